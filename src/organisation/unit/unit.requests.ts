import {
  DayField,
  Flag,
  Id,
  Nullable,
  OneOf,
  Optional,
  PageRequest,
  Text,
  Texts,
} from '../../platform/http/fields';
import { levels, type Level } from './unit';

export class UnitsQuery extends PageRequest {
  /** Units valid on this day; default today. */
  @Optional()
  @DayField()
  asOf?: string;

  @Optional()
  @OneOf(levels)
  level?: Level;

  /** Directly under this unit. */
  @Optional()
  @Id()
  parentId?: string;

  /** This unit and all below it. */
  @Optional()
  @Id()
  within?: string;

  /** Part of a name, alias or code, with or without diacritics. */
  @Optional()
  @Text(200)
  q?: string;
}

export class CreateUnitBody {
  @Text(50)
  code!: string;

  /** Code of the statistics office. */
  @Nullable()
  @Text(20)
  gsoCode?: string | null;

  @Text(300)
  nameVi!: string;

  @Text(300)
  nameEn!: string;

  /** Other ways in which documents write the name. */
  @Optional()
  @Texts(20, 300)
  aliases?: string[];

  @OneOf(levels)
  level!: Level;

  @Nullable()
  @Text(50)
  subtype?: string | null;

  @Id()
  parentId!: string;

  @Nullable()
  @DayField()
  validFrom?: string | null;

  @Nullable()
  @DayField()
  validTo?: string | null;
}

export class UpdateUnitBody {
  @Nullable()
  @Text(20)
  gsoCode?: string | null;

  @Optional()
  @Text(300)
  nameVi?: string;

  @Optional()
  @Text(300)
  nameEn?: string;

  @Optional()
  @Texts(20, 300)
  aliases?: string[];

  /** Last day of the unit. */
  @Nullable()
  @DayField()
  validTo?: string | null;
}

export class ImportUnitsQuery {
  /** Only say what would happen. */
  @Optional()
  @Flag()
  dryRun?: boolean;
}
