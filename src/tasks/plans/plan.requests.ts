import {
  DayField,
  Flag,
  Id,
  Nullable,
  OneOf,
  Optional,
  PageRequest,
  Text,
  Whole,
} from '../../platform/http/fields';

export const planKinds = ['annual_plan', 'directive', 'conclusion_notice', 'other'] as const;
export type PlanKind = (typeof planKinds)[number];

export class PlansRequest extends PageRequest {
  @Optional()
  @Whole(1990, 2200)
  year?: number;

  @Optional()
  @OneOf(planKinds)
  kind?: PlanKind;

  /** True: only closed plans; false: only open ones. */
  @Optional()
  @Flag()
  closed?: boolean;
}

export class CreatePlanRequest {
  /** Unique among all plans, for example `KH-2023`. */
  @Text(60)
  code!: string;

  @OneOf(planKinds)
  kind!: PlanKind;

  @Whole(1990, 2200)
  year!: number;

  /** Number of the document. */
  @Nullable()
  @Text(40)
  number?: string | null;

  /** Symbol of the document, for example `KH-UBND`. */
  @Nullable()
  @Text(60)
  symbol?: string | null;

  @DayField()
  issuedOn!: string;

  @Id()
  issuerUnitId!: string;

  @Text(500)
  titleVi!: string;

  @Nullable()
  @Text(500)
  titleEn?: string | null;

  /** The edition whose components the plan's tasks are linked to. */
  @Nullable()
  @Id()
  editionId?: string | null;
}

/** Only what is to change. */
export class ChangePlanRequest {
  @Optional()
  @Text(60)
  code?: string;

  @Optional()
  @OneOf(planKinds)
  kind?: PlanKind;

  @Optional()
  @Whole(1990, 2200)
  year?: number;

  @Nullable()
  @Text(40)
  number?: string | null;

  @Nullable()
  @Text(60)
  symbol?: string | null;

  @Optional()
  @DayField()
  issuedOn?: string;

  @Optional()
  @Id()
  issuerUnitId?: string;

  @Optional()
  @Text(500)
  titleVi?: string;

  @Nullable()
  @Text(500)
  titleEn?: string | null;

  @Nullable()
  @Id()
  editionId?: string | null;
}

export class ClosePlanRequest {
  /** Why the plan ends. */
  @Text(2000)
  reason!: string;
}

export class ImportPlanRequest {
  /** True: only say what would happen. */
  @Optional()
  @Flag()
  dryRun?: boolean;

  /** The sheet to read, by name; asked for where several hold a table of tasks. */
  @Optional()
  @Text(100)
  sheet?: string;
}

export class ExportPlanRequest {
  @Optional()
  @OneOf(['csv', 'xlsx'])
  format?: 'csv' | 'xlsx';
}
