import { describeRule } from '../scoring/describe-rule';
import type { ScoringRule, Source, TaskMeasure, TaskScope } from '../scoring/rule';
import type { Edition, EditionNode, Level, Method, StatedTotals } from './edition';
import { checksOf, missingOf, totalsOf } from './edition-checks';
import type { LatestValue } from './edition.queries';

export class BilingualText {
  vi!: string;
  en!: string;
}

export class QuantityResponse {
  nameVi!: string;
  nameEn!: string;
  unit!: string;
}

export class ReportedValue {
  value!: number;
  reportedOn!: string;
  note!: string | null;
}

class NodeResponse {
  id!: string;
  code!: string;
  level!: Level;
  nameVi!: string;
  nameEn!: string;
  /** Null is unknown, never 0. */
  maxPoints!: number | null;
  method!: Method | null;
  ownerUnitCode!: string | null;
  /** The points of the year before. */
  baselineScore!: number | null;
}

export class ComponentResponse extends NodeResponse {
  /** `{type, …parameters}`. */
  rule!: object | null;
  ruleWords!: BilingualText | null;
  source!: Source | null;
  taskMeasure!: TaskMeasure | null;
  taskScope!: TaskScope | null;
  quantity!: QuantityResponse | null;
  /** The value last reported; null when there is none or tasks decide. */
  value!: ReportedValue | null;
  abilities!: ComponentAbilities;
}

export class ComponentAbilities {
  reportValue!: boolean;
}

export class CriterionResponse extends NodeResponse {
  components!: ComponentResponse[];
}

export class FieldResponse extends NodeResponse {
  criteria!: CriterionResponse[];
}

/** Sums as computed; null as long as a maximum is unknown. */
export class TotalsResponse {
  fields!: number;
  criteria!: number;
  components!: number;
  maxPoints!: number | null;
  /** Points by method: appraisal, survey_leaders, survey_citizens … */
  byMethod!: Record<string, number> | null;
}

export class CheckResponse {
  /** A node's code, `total`, `method:…` or `count:…`. */
  code!: string;
  kind!: 'sum' | 'count';
  /** Null: cannot be checked, something is unknown. */
  ok!: boolean | null;
  expected!: number;
  found!: number | null;
}

export class EditionAbilities {
  publish!: boolean;
  replace!: boolean;
  importResults!: boolean;
}

export class EditionResponse {
  id!: string;
  index!: string;
  year!: number;
  nameVi!: string;
  nameEn!: string;
  decision!: string | null;
  /** True: not an official annex; the label says so and must be shown. */
  illustrative!: boolean;
  labelVi!: string | null;
  labelEn!: string | null;
  baselineYear!: number | null;
  /** Null: a draft. Published sets never change. */
  publishedAt!: string | null;
  /** Every maximum is known and every check agrees. */
  complete!: boolean;
  /** Codes of the parts whose maxima are unknown. */
  missing!: string[];
  totals!: TotalsResponse;
  /** What the decision itself says. */
  statedTotals!: object;
  checks!: CheckResponse[];
  fields!: FieldResponse[];
  abilities!: EditionAbilities;
}

/** What the reader may do, and the values reported so far, both found by the controller. */
export interface Beside {
  mayWrite: boolean;
  ownerCodes: ReadonlySet<string>;
  values: ReadonlyMap<string, LatestValue>;
}

export function presentEdition(edition: Edition, beside: Beside): EditionResponse {
  const { fields, components: _, indexCode, totals: stated, publishedAt, version: __, ...head } = edition;
  const [missing, checks] = [missingOf(fields), checksOf(fields, stated)];
  const draft = publishedAt === null;
  return {
    ...head,
    index: indexCode,
    publishedAt: publishedAt?.toISOString() ?? null,
    complete: missing.length === 0 && checks.every(({ ok }) => ok),
    missing,
    totals: totalsOf(fields),
    statedTotals: stated satisfies StatedTotals,
    checks,
    fields: fields.map((field) => ({
      ...presentNode(field),
      criteria: field.children.map((criterion) => ({
        ...presentNode(criterion),
        components: criterion.children.map((component) => presentComponent(component, draft, beside)),
      })),
    })),
    abilities: {
      publish: beside.mayWrite && draft,
      replace: beside.mayWrite && draft,
      importResults: beside.mayWrite,
    },
  };
}

function presentNode(node: EditionNode): NodeResponse {
  const { id, code, level, nameVi, nameEn, maxPoints, method, ownerUnitCode, baselineScore } = node;
  return { id, code, level, nameVi, nameEn, maxPoints, method, ownerUnitCode, baselineScore };
}

function presentComponent(node: EditionNode, draft: boolean, beside: Beside): ComponentResponse {
  const { rule, source, taskMeasure, taskScope, quantity, ownerUnitCode } = node;
  const value = beside.values.get(node.id);
  const reports = source === 'reported_value' || source === 'survey';
  const owns = ownerUnitCode !== null && beside.ownerCodes.has(ownerUnitCode);
  return {
    ...presentNode(node),
    rule: rule satisfies ScoringRule | null,
    ruleWords: rule && describeRule(rule, source),
    source,
    taskMeasure,
    taskScope,
    quantity,
    value: value ? { value: value.value, reportedOn: value.reportedOn, note: value.note } : null,
    abilities: { reportValue: reports && !draft && (beside.mayWrite || owns) },
  };
}
