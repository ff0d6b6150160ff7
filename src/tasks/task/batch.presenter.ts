import { NamedUnit, TaskDetail } from './task.presenter';

/** The part of one unit. */
export class BatchChild {
  id!: string;
  code!: string;
  leadUnit!: NamedUnit;
}

export class AssignedBatch {
  parent!: TaskDetail;
  children!: BatchChild[];
  /** How many children; the plan has gained one task more. */
  count!: number;
}
