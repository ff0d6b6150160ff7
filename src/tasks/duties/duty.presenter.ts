import type { Day } from '../../platform/clock/day';
import { NamedPerson, NamedUnit, TaskPlan } from '../task/task.presenter';
import type { TaskState } from '../task/task-status';
import { nextPeriod, type DutyPeriod, type DutyTerms } from './duty';
import type { Rhythm } from './periods';

export class DutyPeriodItem {
  from!: Day;
  to!: Day;
  nameVi!: string;
  nameEn!: string;
  dueOn!: Day;
  /** The day on which its tasks are made. */
  createOn!: Day;
}

/** A period with what has become of it. */
export class DutyPeriodDetail extends DutyPeriodItem {
  /** made: it has tasks; ahead: its day has not come; missed: none was made and none will be, it is past due. */
  standing!: 'made' | 'ahead' | 'missed';
  /** Its tasks in the caller's scope. */
  taskCount!: number;
}

export class DutyPeriodPage {
  items!: DutyPeriodDetail[];
  nextCursor!: string | null;
  count?: number;
}

export class DutyTask {
  id!: string;
  code!: string;
  titleVi!: string;
  titleEn!: string | null;
  leadUnit!: NamedUnit;
  periodFrom!: Day;
  periodTo!: Day;
  dueDate!: Day | null;
  state!: TaskState;
}

export class DutyTaskPage {
  items!: DutyTask[];
  nextCursor!: string | null;
  count?: number;
}

/** Tasks of the duty in the caller's scope. */
export class DutyTasksMade {
  count!: number;
  last!: DutyTask | null;
}

export class DutyItem {
  id!: string;
  plan!: TaskPlan;
  rhythm!: Rhythm;
  titleVi!: string;
  titleEn!: string | null;
  dueAfterDays!: number;
  leadDays!: number;
  startsOn!: Day;
  endsOn!: Day | null;
  unitCount!: number;
  /** The next period to get tasks; null when the duty or its plan has ended. */
  next!: DutyPeriodItem | null;
  tasks!: DutyTasksMade;
  version!: number;
  /** edit, or nothing. */
  abilities!: 'edit'[];
}

export class DutyUnit {
  unit!: NamedUnit;
  responsible!: NamedPerson | null;
}

export class SkippedUnit {
  unit!: NamedUnit;
  /** The unit does not exist today: it gets no tasks until it does or another takes its place in the duty. */
  reason!: 'unit_ended' | 'unit_not_begun';
  /** Its last day, or its first. */
  on!: Day;
}

export class DutyComponent {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class DutyDetail extends DutyItem {
  deliverableVi!: string | null;
  deliverableEn!: string | null;
  priority!: 'high' | 'normal' | 'low';
  fieldCode!: string | null;
  evidenceRequired!: boolean;
  units!: DutyUnit[];
  components!: DutyComponent[];
  skipped!: SkippedUnit[];
}

export class DutyPage {
  items!: DutyItem[];
  nextCursor!: string | null;
  count?: number;
}

/** A row of duty.queries.ts: the response, and what it follows from. */
export type DutyRow<T extends DutyItem = DutyItem> = Omit<T, 'next' | 'abilities'> & {
  /** Last days of the periods not yet due that have tasks. */
  madeTo: Day[];
  planClosed: boolean;
  mayEdit: boolean;
};

export function presentDuty<T extends DutyItem>(row: DutyRow<T>, today: Day): T {
  const { madeTo, planClosed, mayEdit, ...shown } = row;
  const terms = row as unknown as DutyTerms;
  const next = planClosed ? null : nextPeriod(terms, today, ({ to }) => madeTo.includes(to));
  const abilities = mayEdit && !planClosed ? ['edit'] : [];
  return { ...shown, next, abilities } as unknown as T;
}

/** What was made in a period: its tasks keep the due day they were made with, whatever the duty says since. */
export interface MadePeriod {
  to: Day;
  dueOn: Day;
  inScope: number;
}

export function presentPeriod(
  period: DutyPeriod,
  made: MadePeriod | undefined,
  today: Day,
): DutyPeriodDetail {
  const standing = made ? 'made' : period.dueOn < today ? 'missed' : 'ahead';
  return { ...period, dueOn: made?.dueOn ?? period.dueOn, standing, taskCount: made?.inScope ?? 0 };
}
