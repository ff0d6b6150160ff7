import type { Day } from '../../platform/clock/day';
import { LastDirection, LastProgress } from '../../reports/reports.api';
import { ActBy, NamedUnit } from '../../tasks/tasks.api';
import type { Decision } from './session.requests';

export class SessionPlan {
  id!: string;
  code!: string;
  titleVi!: string;
  illustrative!: boolean;
}

export class SessionSummary {
  id!: string;
  unit!: NamedUnit;
  plan!: SessionPlan | null;
  heldOn!: Day;
  openedBy!: ActBy | null;
  openedAt!: string;
  concludedAt!: string | null;
  items!: number;
  decided!: number;
  version!: number;
}

export class SessionPage {
  items!: SessionSummary[];
  nextCursor!: string | null;
  count?: number;
}

export class ReviewedTask {
  id!: string;
  code!: string;
  titleVi!: string;
  titleEn!: string | null;
  /** As it is now; the due date of the session is beside it. */
  state!: string;
  dueDate!: Day | null;
  leadUnit!: NamedUnit;
  responsible!: ActBy | null;
}

export class ReviewItemView {
  position!: number;
  task!: ReviewedTask;
  /** When the session began. */
  dueDate!: Day;
  daysLate!: number;
  workingDaysLate!: number | null;
  pointsAtStake!: number | null;
  lastProgress!: LastProgress | null;
  lastDirection!: LastDirection | null;
  /** Null while it is undecided. */
  decision!: Decision | null;
  text!: string | null;
  answerBy!: Day | null;
  newDueDate!: Day | null;
  newResponsible!: ActBy | null;
  /** What the conclusion made of it: a direction, a new day, a new person, a note; refused says why. Null before. */
  outcome!: 'directed' | 'extended' | 'reassigned' | 'noted' | 'refused' | null;
  refusalVi!: string | null;
  refusalEn!: string | null;
}

export class SessionView extends SessionSummary {
  /** In the order of the review: most points at stake first. Those the caller may read. */
  list!: ReviewItemView[];
  abilities!: ('decide' | 'conclude')[];
}
