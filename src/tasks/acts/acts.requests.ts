import { Day } from '../../platform/clock/day';
import { DayField, Flag, Nullable, Optional, Text, Whole } from '../../platform/http/fields';

const LONG = 4000;

export class ReportProgress {
  /** 0 to 100. */
  @Whole(0, 100) percent!: number;
  /** What was done. */
  @Nullable() @Text(LONG) done?: string | null;
  /** What hinders. */
  @Nullable() @Text(LONG) obstacle?: string | null;
  /** Another name for `done`. */
  @Nullable() @Text(LONG) note?: string | null;
}

export class SubmitTask {
  @Nullable() @Text(LONG) note?: string | null;
  @Nullable() @Text(100) documentNumber?: string | null;
  /** The day of the document that proves it; it counts as the day of completion. */
  @Nullable() @DayField() documentDate?: Day | null;
}

export class AcceptTask {
  @Nullable() @Text(LONG) note?: string | null;
}

export class ReasonedAct {
  @Text(LONG) reason!: string;
}

/** The document that cancels, where there is one; the reason alone is enough. */
export class CancelTask extends ReasonedAct {
  @Nullable() @Text(100) documentNumber?: string | null;
  @Nullable() @DayField() documentDate?: Day | null;
  @Nullable() @Text(300) issuer?: string | null;
}

export class RequestExtension {
  /** Later than the present due date. */
  @DayField() newDueDate!: Day;
  @Text(LONG) reason!: string;
}

export class DecideExtension {
  @Flag() approved!: boolean;
  /** The day granted; the day asked for when left out. */
  @Optional() @DayField() newDueDate?: Day;
  /** Needed for a refusal. */
  @Nullable() @Text(LONG) reason?: string | null;
  /** The document of the decision, where there is one. */
  @Nullable() @Text(100) documentNumber?: string | null;
  @Nullable() @DayField() documentDate?: Day | null;
}
