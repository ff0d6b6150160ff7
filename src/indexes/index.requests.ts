import { DayField, Decimal, Flag, Nullable, Optional, Text, Whole } from '../platform/http/fields';
import { Matches } from 'class-validator';

export class IndexPath {
  @Matches(/^[A-Z][A-Z0-9_]{1,39}$/)
  code!: string;
}

export class EditionPath extends IndexPath {
  @Whole(1990, 2200)
  year!: number;
}

export class ComponentPath extends EditionPath {
  @Text(20)
  component!: string;
}

/** Of an upload, the head of the set stands here; of JSON, in the body. */
export class EditionImportRequest {
  /** Check everything and store nothing. */
  @Optional()
  @Flag()
  dryRun?: boolean;

  /** Needed for a CSV or XLSX file. */
  @Optional()
  @Whole(1990, 2200)
  year?: number;

  @Optional()
  @Text(1000)
  nameVi?: string;

  @Optional()
  @Text(1000)
  nameEn?: string;

  @Optional()
  @Text(1000)
  decision?: string;

  @Optional()
  @Flag()
  illustrative?: boolean;

  @Optional()
  @Text(1000)
  labelVi?: string;

  @Optional()
  @Text(1000)
  labelEn?: string;

  /** The year of the scores in the column baselineScore. */
  @Optional()
  @Whole(1990, 2200)
  baselineYear?: number;
}

export class ValueRequest {
  /**
   * Per cent for rates and surveys, a count for items, points for manual scores; binary 1 yes, 0 no; late penalty 2 on
   * time, 1 late, 0 not done.
   */
  @Decimal(0, 1_000_000)
  value!: number;

  @DayField()
  reportedOn!: string;

  @Nullable()
  @Text(2000)
  note?: string | null;
}

export class ChangesRequest {
  @Whole(1990, 2200)
  from!: number;

  @Whole(1990, 2200)
  to!: number;

  /** A unit's code, or a subject's name as published. Without it, the province itself. */
  @Optional()
  @Text(200)
  subject?: string;
}

export class ResultsImportRequest {
  @Optional()
  @Flag()
  dryRun?: boolean;
}
