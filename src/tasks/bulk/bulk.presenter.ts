import type { Locale, Problem } from '../../platform/errors/problem';
import { presentProblem } from '../../platform/http/problem.filter';
import type { TaskState } from '../task/task-status';
import type { Standing } from '../acts/act-on-task';

export class BulkFault {
  /** A field of the act's body is under `input.`. */
  path!: string;
  code!: string;
  message!: string;
}

/** Why one task was refused, as its own request would have been. */
export class BulkProblem {
  code!: string;
  title!: string;
  detail!: string;
  errors!: BulkFault[];
}

export class BulkItem {
  taskId!: string;
  /** Null for a task that the caller cannot find. */
  code!: string | null;
  outcome!: 'done' | 'refused';
  /** After the act. */
  state?: TaskState;
  version?: number;
  problem?: BulkProblem;
}

/** In the order of the request; tasks of a filter by code. */
export class BulkOutcome {
  items!: BulkItem[];
  done!: number;
  refused!: number;
  /** Nothing was changed. */
  dryRun!: boolean;
}

export interface NamedTask {
  id: string;
  code: string | null;
}

export function presentDone({ id, code }: NamedTask, { state, version }: Standing): BulkItem {
  return { taskId: id, code, outcome: 'done', state, version };
}

export function presentRefused({ id, code }: NamedTask, refusal: Problem, locale: Locale): BulkItem {
  const { title, detail, errors, ...shown } = presentProblem(refusal, locale, '');
  return { taskId: id, code, outcome: 'refused', problem: { code: shown.code, title, detail, errors } };
}

export function presentOutcome(items: BulkItem[], dryRun: boolean): BulkOutcome {
  const done = items.filter(({ outcome }) => outcome === 'done').length;
  return { items, done, refused: items.length - done, dryRun };
}
