import { Day } from '../../platform/clock/day';
import { DayField, Flag, Id, Nullable, OneOf, Optional, Text } from '../../platform/http/fields';
import { TITLE_MAX } from './task.requests';

/** A part of a task, for its lead unit or a unit below it. */
export class HandDownPart {
  @Text(TITLE_MAX) titleVi!: string;
  @Nullable() @Text(TITLE_MAX) titleEn?: string | null;
  @Nullable() @Text(2000) deliverableVi?: string | null;
  @Nullable() @Text(2000) deliverableEn?: string | null;
  /** The parent's lead unit when left out. */
  @Optional() @Id() leadUnitId?: string;
  /** An active person of the part's lead unit. */
  @Nullable() @Id() responsibleId?: string | null;
  /** Not before today, not after the parent's, and needed where the parent has one. */
  @Nullable() @DayField() dueDate?: Day | null;
  @Optional() @OneOf(['high', 'normal', 'low']) priority?: 'high' | 'normal' | 'low';
  /** True: a submission needs a piece of evidence. */
  @Optional() @Flag() evidenceRequired?: boolean;
}
