import { sumExact } from '../scoring/exact';
import { levels, type Level, type NodeData, type StatedTotals } from './edition';

/** A node that knows its children; both a stored edition and one just read from a file have this shape. */
export interface Tree extends Pick<NodeData, 'code' | 'level' | 'maxPoints' | 'method'> {
  children: Tree[];
}

/** One sum or count. `ok` is null when something it needs is unknown; `found` then is null too. */
export interface Check {
  /** A node's code for the sum of its children, `total`, `method:appraisal`, or `count:criteria`. */
  code: string;
  kind: 'sum' | 'count';
  ok: boolean | null;
  expected: number;
  found: number | null;
}

export interface ComputedTotals {
  fields: number;
  criteria: number;
  components: number;
  /** Null as long as any maximum is unknown. */
  maxPoints: number | null;
  byMethod: Record<string, number> | null;
}

export function totalsOf(fields: readonly Tree[]): ComputedTotals {
  const all = flatten(fields);
  const count = (level: Level) => all.filter((node) => node.level === level).length;
  const known = missingOf(fields).length === 0;
  return {
    fields: count('field'),
    criteria: count('criterion'),
    components: count('component'),
    maxPoints: known ? sumExact(all.filter(isLeaf).map((node) => node.maxPoints)) : null,
    byMethod: known ? pointsByMethod(all.filter(isLeaf)) : null,
  };
}

/** Codes of the nodes whose maxima are unknown. */
export function missingOf(fields: readonly Tree[]): string[] {
  return flatten(fields)
    .filter((node) => node.maxPoints === null)
    .map((node) => node.code);
}

/** Components add up to their criterion, criteria to their field, fields and methods to what the decision states. */
export function checksOf(fields: readonly Tree[], stated: StatedTotals): Check[] {
  const all = flatten(fields);
  const leaves = all.filter(isLeaf);
  const parents = all.filter((node) => !isLeaf(node) && node.maxPoints !== null);
  const total = sumExact(fields.map((field) => field.maxPoints));
  const methods = Object.entries(stated.byMethod ?? {});
  const counts = { fields: 'field', criteria: 'criterion', components: 'component' } as const;
  return [
    ...parents.map((node) =>
      sum(node.code, node.maxPoints!, sumExact(node.children.map((child) => child.maxPoints))),
    ),
    ...(stated.maxPoints === undefined ? [] : [sum('total', stated.maxPoints, total)]),
    ...methods.map(([method, points]) => sum(`method:${method}`, points, pointsOfMethod(leaves, method))),
    ...Object.entries(counts).flatMap(([name, level]) => {
      const expected = stated[name as keyof typeof counts];
      const found = all.filter((node) => node.level === level).length;
      const check: Check = {
        code: `count:${name}`,
        kind: 'count',
        ok: expected === found,
        expected: expected!,
        found,
      };
      return expected === undefined ? [] : [check];
    }),
  ];
}

function sum(code: string, expected: number, found: number | null): Check {
  return { code, kind: 'sum', ok: found === null ? null : found === expected, expected, found };
}

/** Unknown when a maximum is unknown among the leaves of that method or of none. */
function pointsOfMethod(leaves: readonly Tree[], method: string): number | null {
  const unsure = leaves.some((leaf) => leaf.maxPoints === null && leaf.method === null);
  return unsure
    ? null
    : sumExact(leaves.filter((leaf) => leaf.method === method).map((leaf) => leaf.maxPoints));
}

function pointsByMethod(leaves: readonly Tree[]): Record<string, number> {
  const used = [...new Set(leaves.flatMap((leaf) => leaf.method ?? []))];
  return Object.fromEntries(used.map((method) => [method, pointsOfMethod(leaves, method)!]));
}

function flatten(nodes: readonly Tree[]): Tree[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** Points are summed over the lowest parts known: components, or whatever has nothing below it. */
function isLeaf(node: Tree): boolean {
  return node.children.length === 0;
}

/** The level below, or null below components. */
export function levelBelow(level: Level): Level | null {
  return levels[levels.indexOf(level) + 1] ?? null;
}
