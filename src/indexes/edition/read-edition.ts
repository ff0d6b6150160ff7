import type { FieldError } from '../../platform/errors/problem';
import type { TableRow } from '../../platform/files/table';
import { sumExact } from '../scoring/exact';
import { checksOf, levelBelow, missingOf, totalsOf, type Check, type ComputedTotals } from './edition-checks';
import type { Level, StatedTotals } from './edition';
import { fault } from './import-faults';
import { readNode, type RawNode, type ReadNode } from './read-node';

export const NODE_LIMIT = 2_000;

/** A set of criteria read from a file: its nodes in order, its sums, and everything that is wrong with it. */
export interface ReadEdition {
  nodes: Branch[];
  checks: Check[];
  totals: ComputedTotals;
  missing: string[];
  faults: FieldError[];
}

export interface Branch extends ReadNode {
  children: Branch[];
}

/** Nested JSON: fields → criteria → components (or `children` at any level, as in a tree of a framework). */
export function rawNodesOf(fields: unknown, faults: FieldError[]): RawNode[] {
  const names: Record<Level, string> = { field: 'fields', criterion: 'criteria', component: 'components' };
  const raw: RawNode[] = [];
  const walk = (list: unknown, level: Level, path: string, parentCode: string | null) => {
    if (list === undefined || list === null) return;
    if (!Array.isArray(list)) return void faults.push(fault(path, 'list'));
    list.forEach((item: unknown, n) => {
      if (raw.length > NODE_LIMIT) return;
      const cells = { ...(typeof item === 'object' ? item : {}), level } as Record<string, unknown>;
      const here = `${path}[${n}]`;
      raw.push({ path: here, row: raw.length + 1, parentCode, cells });
      const below = levelBelow(level);
      if (!below) return;
      const name = cells.children === undefined ? names[below] : 'children';
      walk(cells[name], below, `${here}.${name}`, typeof cells.code === 'string' ? cells.code : '');
    });
  };
  walk(fields, 'field', 'fields', null);
  return raw;
}

const columns = [
  ...[
    'code',
    'level',
    'parentCode',
    'nameVi',
    'nameEn',
    'maxPoints',
    'method',
    'rule',
    'source',
    'taskMeasure',
  ],
  ...['taskScope', 'ownerUnitCode', 'baselineScore', 'quantityVi', 'quantityEn', 'quantityUnit'],
];

/** Lines of a table with the columns above; decimals with a comma or a point. */
export function rawNodesOfTable(
  headers: readonly string[],
  rows: readonly TableRow[],
  faults: FieldError[],
): RawNode[] {
  for (const name of headers)
    if (!columns.includes(name)) faults.push(fault(`columns.${name}`, 'unknown_field'));
  for (const name of ['code', 'level', 'nameVi', 'maxPoints']) {
    if (!headers.includes(name)) faults.push(fault(`columns.${name}`, 'required'));
  }
  return rows.map(({ row, cells }) => {
    const { quantityVi, quantityEn, quantityUnit } = cells;
    const quantity = quantityVi
      ? { nameVi: quantityVi, nameEn: quantityEn || quantityVi, unit: quantityUnit }
      : null;
    return {
      path: `rows[${row}]`,
      row,
      ...(cells.parentCode ? { parentCode: cells.parentCode } : {}),
      cells: {
        ...cells,
        quantity,
        maxPoints: decimalFrom(cells.maxPoints),
        baselineScore: decimalFrom(cells.baselineScore),
      },
    };
  });
}

function decimalFrom(text: string | undefined): unknown {
  return text && /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

/** Reads every node, hangs it below its parent and adds up. Sums that contradict what is stated are faults. */
export function readEdition(
  raw: readonly RawNode[],
  stated: StatedTotals,
  faults: FieldError[],
): ReadEdition {
  if (raw.length === 0) faults.push(fault('fields', 'empty'));
  if (raw.length > NODE_LIMIT) faults.push(fault('fields', 'too_many', { max: NODE_LIMIT }));
  const nodes = raw.slice(0, NODE_LIMIT).map((node): Branch => ({ ...readNode(node, faults), children: [] }));
  const fields = hang(nodes, faults);
  fields.forEach(fillSums);
  const checks = checksOf(fields, stated);
  for (const { code, kind, ok, expected, found } of checks) {
    const path = nodes.find((node) => node.code === code)?.path;
    if (ok !== false || kind !== 'sum') continue;
    faults.push(
      fault(path ? `${path}.maxPoints` : `totals.${code}`, 'sum', { code, expected, found: found! }),
    );
  }
  return { nodes, checks, totals: totalsOf(fields), missing: missingOf(fields), faults };
}

/** Puts every node among its parent's children and returns the fields. */
function hang(branches: readonly Branch[], faults: FieldError[]): Branch[] {
  const byCode = new Map<string, Branch>();
  for (const branch of branches) {
    if (byCode.has(branch.code))
      faults.push(fault(`${branch.path}.code`, 'duplicate_code', { code: branch.code }));
    else byCode.set(branch.code, branch);
  }
  for (const branch of branches) {
    if (branch.level === 'field' && branch.parentCode === null) continue;
    const parent = byCode.get(branch.parentCode ?? '');
    if (parent && levelBelow(parent.level) === branch.level) parent.children.push(branch);
    else faults.push(fault(`${branch.path}.code`, 'missing_parent', { code: branch.code }));
  }
  return branches.filter((branch) => branch.level === 'field');
}

/** A field or criterion without a maximum of its own has the sum of what is below it, when all of that is known. */
function fillSums(branch: Branch): void {
  branch.children.forEach(fillSums);
  if (branch.children.length > 0)
    branch.maxPoints ??= sumExact(branch.children.map((child) => child.maxPoints));
}
