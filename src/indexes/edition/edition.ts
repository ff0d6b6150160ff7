import type { ScoringRule, Source, TaskMeasure, TaskScope } from '../scoring/rule';

export const levels = ['field', 'criterion', 'component'] as const;
export type Level = (typeof levels)[number];

/** How points are found. Null where a part mixes several, or where it is unknown. */
export const methods = [
  'appraisal',
  'survey_leaders',
  'survey_citizens',
  'survey',
  'citizen_interview',
] as const;
export type Method = (typeof methods)[number];

/** What is reported for a component: "units inspected / units", in per cent. */
export interface QuantityName {
  nameVi: string;
  nameEn: string;
  unit: string;
}

/** What a field, criterion or component is, whether it comes from a file or from the database. */
export interface NodeData {
  code: string;
  level: Level;
  nameVi: string;
  nameEn: string;
  /** Null is unknown, never 0. */
  maxPoints: number | null;
  method: Method | null;
  rule: ScoringRule | null;
  source: Source | null;
  taskMeasure: TaskMeasure | null;
  taskScope: TaskScope | null;
  quantity: QuantityName | null;
  ownerUnitCode: string | null;
  baselineScore: number | null;
}

/** What the decision says the sums and counts must be; what it does not say is left out. */
export interface StatedTotals {
  fields?: number;
  criteria?: number;
  components?: number;
  maxPoints?: number;
  byMethod?: Record<string, number>;
}

export interface EditionHead {
  indexCode: string;
  year: number;
  nameVi: string;
  nameEn: string;
  decision: string | null;
  illustrative: boolean;
  labelVi: string | null;
  labelEn: string | null;
  totals: StatedTotals;
  baselineYear: number | null;
}

export interface EditionNode extends NodeData {
  id: string;
  children: EditionNode[];
}

/** A year's set of criteria. `components` lists, in order, the same nodes that hang in `fields`. */
export interface Edition extends EditionHead {
  id: string;
  publishedAt: Date | null;
  version: number;
  fields: EditionNode[];
  components: EditionNode[];
}

/** Every node, each parent before its children. */
export function nodesOf(edition: Pick<Edition, 'fields'>): EditionNode[] {
  const below = (node: EditionNode): EditionNode[] => [node, ...node.children.flatMap(below)];
  return edition.fields.flatMap(below);
}
