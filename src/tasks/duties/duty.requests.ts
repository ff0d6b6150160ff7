import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { Day } from '../../platform/clock/day';
import {
  DayField,
  Flag,
  Id,
  Ids,
  Nullable,
  OneOf,
  Optional,
  PageRequest,
  Text,
  Texts,
  Whole,
} from '../../platform/http/fields';
import { batchLevels, MOST_UNITS, priorities, TITLE_MAX } from '../task/task.requests';
import { rhythms, type Rhythm } from './periods';

export class DutiesRequest extends PageRequest {
  @Optional() @Id() planId?: string;
}

/** A unit that gets a task of its own in every period. */
export class DutyUnitBody {
  @Id() unitId!: string;
  /** An active person of the unit. */
  @Nullable() @Id() responsibleId?: string | null;
}

/** The list is checked first and alone speaks: a list, then how long, then what is in it. */
function DutyUnits(): PropertyDecorator {
  const checks = [
    ValidateNested({ each: true }),
    IsObject({ each: true }),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_UNITS),
    IsArray(),
  ];
  return (target, key) => [...checks, Type(() => DutyUnitBody)].forEach((check) => check(target, key));
}

export class CreateDuty {
  @Id() planId!: string;
  /** par_report: the report year from 15/12 to 14/12 with its first quarter, six months, third quarter and year. */
  @OneOf(rhythms) rhythm!: Rhythm;
  /** `{period}` becomes the period's name; without it the name is put at the end. */
  @Text(TITLE_MAX) titleVi!: string;
  @Nullable() @Text(TITLE_MAX) titleEn?: string | null;
  @Nullable() @Text(2000) deliverableVi?: string | null;
  @Nullable() @Text(2000) deliverableEn?: string | null;
  /** Exactly one of leadUnits, level and group; the last two mean the units in scope when the duty is written. */
  @Optional() @DutyUnits() leadUnits?: DutyUnitBody[];
  @Optional() @OneOf(batchLevels) level?: (typeof batchLevels)[number];
  /** A keyword of `unit-groups`, for example ALL_DEPARTMENTS. */
  @Optional() @Text(40) group?: string;
  /** Due so many days after the last day of the period; negative is before it. */
  @Whole(-31, 366) dueAfterDays: number = 6;
  /** The task is made so many days before it is due. */
  @Whole(1, 366) leadDays: number = 30;
  /** The first period is the one that ends on this day or next after it. */
  @DayField() startsOn!: Day;
  /** The last period is the one that ends on this day or next before it. */
  @Nullable() @DayField() endsOn?: Day | null;
  @Optional() @OneOf(priorities) priority?: 'high' | 'normal' | 'low';
  @Nullable() @Text(40) fieldCode?: string | null;
  @Optional() @Ids(50) componentIds?: string[];
  /** Components of the plan's edition by code, instead of or besides ids. */
  @Optional() @Texts(50, 40) componentCodes?: string[];
  /** True: a submission needs a piece of evidence. */
  @Optional() @Flag() evidenceRequired?: boolean;
}

/** Only what is to change. Tasks that are there already stay as they are. */
export class ChangeDuty {
  @Optional() @Text(TITLE_MAX) titleVi?: string;
  @Nullable() @Text(TITLE_MAX) titleEn?: string | null;
  @Nullable() @Text(2000) deliverableVi?: string | null;
  @Nullable() @Text(2000) deliverableEn?: string | null;
  /** The whole list; at most one of leadUnits, level and group. */
  @Optional() @DutyUnits() leadUnits?: DutyUnitBody[];
  @Optional() @OneOf(batchLevels) level?: (typeof batchLevels)[number];
  @Optional() @Text(40) group?: string;
  @Optional() @Whole(-31, 366) dueAfterDays?: number;
  @Optional() @Whole(1, 366) leadDays?: number;
  /** Ends the duty: periods that end later get no tasks. Null: it goes on. */
  @Nullable() @DayField() endsOn?: Day | null;
  @Optional() @OneOf(priorities) priority?: 'high' | 'normal' | 'low';
  @Nullable() @Text(40) fieldCode?: string | null;
  @Optional() @Flag() evidenceRequired?: boolean;
}

export class DutyPeriodsRequest extends PageRequest {
  /** Periods that end from this day on; a year before today when left out. */
  @Optional() @DayField() from?: Day;
  /** … to this day; a year after today when left out. */
  @Optional() @DayField() to?: Day;
}
