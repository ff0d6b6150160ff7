import { Id, Ids, Nullable, OneOf, Optional, PageRequest, Text, Whole } from '../../platform/http/fields';
import type { Day } from '../../platform/clock/day';
import { DayField } from '../../platform/http/fields';

const WORDS = 5_000;
export const MOST_TASKS = 50;

export class AnalysesRequest extends PageRequest {
  @Optional() @Id() editionId?: string;
  @Optional() @Id() componentId?: string;
  /** A unit: its own analyses and those of every unit below it. */
  @Optional() @Id() within?: string;
  /** open: not yet agreed. */
  @Optional() @OneOf(['open', 'agreed']) state?: 'open' | 'agreed';
}

/** Which edition: the one of an index for a year. */
export class OutstandingRequest extends PageRequest {
  /** Code of the index, for example PAR_INDEX. */
  @Text(40) index!: string;
  @Whole(1990, 2200) year!: number;
}

export class CreateAnalysis {
  @Id() componentId!: string;
  /** The unit that answers. */
  @Id() unitId!: string;
  /** The person of that unit who answers. */
  @Nullable() @Id() personId?: string | null;
  @Nullable() @Text(WORDS) achieved?: string | null;
  @Text(WORDS) notAchieved!: string;
  @Nullable() @Text(WORDS) cause?: string | null;
  @Nullable() @Text(WORDS) solution?: string | null;
  /** Tasks that carry the solution out. */
  @Optional() @Ids(MOST_TASKS) taskIds?: string[];
}

/** Only what is to change; `taskIds` is the whole list. */
export class ChangeAnalysis {
  @Nullable() @Id() personId?: string | null;
  @Nullable() @Text(WORDS) achieved?: string | null;
  @Optional() @Text(WORDS) notAchieved?: string;
  @Nullable() @Text(WORDS) cause?: string | null;
  @Nullable() @Text(WORDS) solution?: string | null;
  @Optional() @Ids(MOST_TASKS) taskIds?: string[];
}

/** The solution as a task: lead unit, responsible individual and component are those of the analysis. */
export class TaskFromAnalysis {
  /** A plan of the component's edition. */
  @Id() planId!: string;
  /** The first line of the solution when left out. */
  @Optional() @Text(500) titleVi?: string;
  @Nullable() @Text(2000) deliverableVi?: string | null;
  @DayField() dueDate!: Day;
}
