import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { DayField, Flag, Nullable, OneOf, Optional, PageRequest, Text, Whole } from '../platform/http/fields';
import { dayKinds, type CalendarDay, type DayKind } from './calendar-year';

export class YearPath {
  @Whole(1990, 2200)
  year!: number;
}

export class AsOfQuery {
  /** The calendar as it was known on this day; default today. */
  @Optional()
  @DayField()
  asOf?: string;
}

export class CalendarYearsQuery extends PageRequest {
  /** The calendar as it was known on this day; default today. */
  @Optional()
  @DayField()
  asOf?: string;
}

export class WorkingDaysQuery extends AsOfQuery {
  @DayField()
  from!: string;

  /** The n-th working day after `from`; below zero before it. */
  @Optional()
  @Whole(-10_000, 10_000)
  add?: number;

  /** Count the working days after `from` up to this day. */
  @Optional()
  @DayField()
  to?: string;
}

export class CalendarDayBody {
  @DayField()
  date!: string;

  @OneOf(dayKinds)
  kind!: DayKind;

  @Text(200)
  nameVi!: string;

  @Text(200)
  nameEn!: string;

  /** Number of the notice; null when there is none yet. */
  @Nullable()
  @Text(200)
  notice?: string | null;

  @Optional()
  @Flag()
  provisional?: boolean;

  /** The holiday it makes up for, or the day it is swapped with. */
  @Nullable()
  @DayField()
  forDate?: string | null;
}

export class CalendarYearBody {
  @Optional()
  @Flag()
  provisional?: boolean;

  // The last one is checked first and alone speaks: a list, then how long, then what is in it.
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @ArrayMaxSize(120)
  @IsArray()
  @Type(() => CalendarDayBody)
  days!: CalendarDayBody[];
}

export function daysOf(body: CalendarYearBody): CalendarDay[] {
  return body.days.map(({ date, kind, nameVi, nameEn, notice, provisional, forDate }) => ({
    ...{ date, kind, nameVi, nameEn },
    notice: notice ?? null,
    provisional: provisional ?? false,
    forDate: forDate ?? null,
  }));
}
