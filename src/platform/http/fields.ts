import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isDay } from '../clock/day';
import { cleanText } from '../text/clean-text';

/** Request fields, one decorator each. Messages are chosen by constraint name in validation.ts. */

/** Text of 1…`max` characters after cleaning (cleanText); control characters other than line breaks are refused. */
export function Text(max: number, min = 1): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? cleanText(value) : value)),
    IsString(),
    MinLength(min),
    MaxLength(max),
    // eslint-disable-next-line no-control-regex
    Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/),
  );
}

/** `YYYY-MM-DD` that exists in the calendar. */
export function DayField(): PropertyDecorator {
  return ValidateBy({ name: 'isDay', validator: { validate: isDay } });
}

export function Id(): PropertyDecorator {
  return IsUUID();
}

export function Ids(max = 500): PropertyDecorator {
  return applyDecorators(IsArray(), ArrayMaxSize(max), IsUUID(undefined, { each: true }));
}

export function Texts(maxItems: number, maxLength = 200): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(maxItems),
    IsString({ each: true }),
    MaxLength(maxLength, { each: true }),
  );
}

export function OneOf(values: readonly (string | number)[]): PropertyDecorator {
  return IsIn(values);
}

/** Text of a query string or form that fits the pattern becomes a number; `''`, `1e2` and `0x10` stay text. */
function NumberFrom(pattern: RegExp): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && pattern.test(value) ? Number(value) : value,
  );
}

/** A whole number, also from a query string. */
export function Whole(min: number, max: number): PropertyDecorator {
  return applyDecorators(NumberFrom(/^-?\d{1,15}$/), IsInt(), Min(min), Max(max));
}

/** A number with at most four decimals, as points have. */
export function Decimal(min: number, max: number): PropertyDecorator {
  return applyDecorators(
    NumberFrom(/^-?\d{1,15}(\.\d{1,15})?$/),
    IsNumber({ maxDecimalPlaces: 4 }),
    Min(min),
    Max(max),
  );
}

/** `true`/`false`, also from a query string. */
export function Flag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );
}

/** May be left out. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_: object, value: unknown) => value !== undefined);
}

/** May be left out or null. */
export function Nullable(): PropertyDecorator {
  return IsOptional();
}

/** What every list takes. */
export class PageRequest {
  /** Rows a page, 1 to 200. */
  @Whole(1, 200)
  limit: number = 50;

  /** `nextCursor` of the page before. */
  @Optional()
  @MaxLength(1000)
  @IsString()
  cursor?: string;

  /** Also count all rows. */
  @Optional()
  @Flag()
  count?: boolean;
}
