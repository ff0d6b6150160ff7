import type { FieldError } from '../../platform/errors/problem';
import { Exact } from '../scoring/exact';
import { readRule } from '../scoring/read-rule';
import { sources, taskMeasures, taskScopes, type ScoringRule } from '../scoring/rule';
import { levels, methods, type NodeData, type QuantityName } from './edition';
import { fault, type FaultCode } from './import-faults';

/** A node as a file gives it: where it stands, and its values unread. */
export interface RawNode {
  path: string;
  /** Line of a table, or the node's ordinal in JSON. */
  row: number;
  /** Null for fields; undefined when the code's own dots must tell. */
  parentCode?: string | null;
  cells: Record<string, unknown>;
}

export interface ReadNode extends NodeData {
  path: string;
  row: number;
  parentCode: string | null;
}

/** Words that other files use for the same methods; "mixed" says nothing about one node. */
const methodWords: Record<string, string | null> = {
  self_assessment_and_appraisal: 'appraisal',
  mixed: null,
};

/** Reads one node, adding what is wrong to `faults`. What could not be read is null. */
export function readNode(raw: RawNode, faults: FieldError[]): ReadNode {
  const { cells, path } = raw;
  const at = (name: string, code: FaultCode, params = {}) =>
    void faults.push(fault(`${path}.${name}`, code, params));
  const oneOf = <T extends string>(
    name: string,
    values: readonly T[],
    code: FaultCode,
    value = blank(cells[name]),
  ) => {
    if (value === null) return null;
    if (!values.includes(value as T)) at(name, code);
    return value as T;
  };
  const text = (name: string, max: number): string | null => {
    const value = blank(cells[name]);
    if (value === null) return null;
    if (typeof value === 'string' && value.length <= max) return value.normalize('NFC').trim();
    at(name, 'text', { max });
    return null;
  };
  const points = (name: string, code: FaultCode): number | null => {
    const value = blank(cells[name]);
    if (value === null) return null;
    if (isPoints(value)) return value;
    at(name, code);
    return null;
  };

  const code = text('code', 20) ?? '';
  if (!/^[\p{L}\p{N}]+(\.[\p{L}\p{N}]+)*$/u.test(code)) at('code', 'code');
  const level = oneOf('level', levels, 'level') ?? 'component';
  const nameVi = text('nameVi', 1000);
  if (!nameVi) at('nameVi', 'required');
  const method = blank(cells.method);
  const methodWord =
    typeof method === 'string' && Object.hasOwn(methodWords, method) ? methodWords[method] : method;
  const source = oneOf('source', sources, 'source');
  const rule = readOwnRule(cells.rule, (fault) => at('rule', fault));
  if (rule && level !== 'component') at('rule', 'rule_level');
  if (source === 'linked_tasks' && (rule?.type === 'manual' || rule?.type === 'survey_percent'))
    at('rule', 'rule_source');
  const maxPoints = points('maxPoints', 'max_points');
  const baselineScore = points('baselineScore', 'baseline_score');
  if (baselineScore !== null && maxPoints !== null && baselineScore > maxPoints)
    at('baselineScore', 'baseline_score');
  return {
    path,
    row: raw.row,
    parentCode: raw.parentCode === undefined ? parentOf(code) : raw.parentCode,
    code,
    level,
    nameVi: nameVi ?? '',
    nameEn: text('nameEn', 1000) ?? nameVi ?? '',
    maxPoints,
    method: oneOf('method', methods, 'method', methodWord),
    rule,
    source,
    taskMeasure:
      oneOf('taskMeasure', taskMeasures, 'task_measure') ?? (source === 'linked_tasks' ? 'done' : null),
    taskScope: oneOf('taskScope', taskScopes, 'task_scope') ?? (source === 'linked_tasks' ? 'linked' : null),
    quantity: readQuantity(cells.quantity),
    ownerUnitCode: text('ownerUnitCode', 40),
    baselineScore,
  };
}

function readOwnRule(cell: unknown, refuse: (code: FaultCode) => void): ScoringRule | null {
  if (blank(cell) === null) return null;
  const rule = readRule(cell);
  if (typeof rule !== 'string') return rule;
  refuse(rule);
  return null;
}

function readQuantity(cell: unknown): QuantityName | null {
  if (typeof cell !== 'object' || cell === null) return null;
  const { nameVi, nameEn, unit } = cell as Record<string, unknown>;
  const short = (value: unknown) => (typeof value === 'string' ? value.slice(0, 300) : '');
  return { nameVi: short(nameVi), nameEn: short(nameEn), unit: short(unit) };
}

function blank(value: unknown): unknown {
  return value === undefined || value === '' ? null : value;
}

function isPoints(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 10_000 && new Exact(value).decimalPlaces() <= 4;
}

/** `1.2.3` hangs below `1.2`; a code without a dot is a field's. */
function parentOf(code: string): string | null {
  return code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
}
