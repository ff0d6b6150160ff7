import { fieldError } from '../../platform/errors/common-problems';
import type { FieldError, Params, Texts } from '../../platform/errors/problem';
import { Exact } from '../scoring/exact';

export const subjectKinds = ['province', 'department', 'district', 'commune', 'aggregate'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A published score and rank of a subject, in total (`nodeCode` null) or for one node. Null is unknown. */
export interface Result {
  indexCode: string;
  year: number;
  nodeCode: string | null;
  subjectName: string;
  subjectKind: SubjectKind;
  subjectCode: string | null;
  score: number | null;
  /** `%`, `points/100` … as published. */
  unitOfMeasure: string;
  rank: number | null;
  rankedOf: number | null;
  note: string | null;
  provenance: object;
}

const faults = {
  required: { vi: 'Thiếu. Điền giá trị vào mục này.', en: 'Missing. Fill this in.' },
  text: { vi: 'Phải là chữ, tối đa {max} ký tự.', en: 'Must be text of at most {max} characters.' },
  subject_kind: {
    vi: 'Phải là province, department, district, commune hoặc aggregate.',
    en: 'Must be province, department, district, commune or aggregate.',
  },
  unit: {
    vi: 'Phải là % hoặc points/N, ví dụ points/100.',
    en: 'Must be % or points/N, such as points/100.',
  },
  score: {
    vi: 'Điểm phải là số từ 0 đến mức cao nhất của thang đo; để trống nếu chưa biết.',
    en: 'The score must be from 0 to the top of its scale; leave empty when unknown.',
  },
  rank: {
    vi: 'Hạng phải là số nguyên từ 1, không lớn hơn số đơn vị được xếp hạng.',
    en: 'The rank must be a whole number from 1, not above the number ranked.',
  },
  component: {
    vi: 'Không có mã này trong bộ tiêu chí năm đó.',
    en: 'The set of that year has no such code.',
  },
  duplicate: { vi: 'Dòng này lặp lại một dòng trước.', en: 'This row repeats an earlier one.' },
  exists: { vi: 'Kết quả này đã có.', en: 'This result is already there.' },
} satisfies Record<string, Texts>;

export function resultFault(path: string, code: keyof typeof faults, params: Params = {}): FieldError {
  return fieldError(path, code, faults[code], params);
}

/** Reads one row of a file of results; what is wrong goes to `found`. Unknown may be null, empty or absent. */
export function readResult(
  cells: Record<string, unknown>,
  path: string,
  { indexCode, year }: { indexCode: string; year: number },
  found: FieldError[],
): Result {
  const value = (name: string) => (cells[name] === '' || cells[name] === undefined ? null : cells[name]);
  const at = (name: string, code: keyof typeof faults, params = {}) =>
    void found.push(resultFault(`${path}.${name}`, code, params));
  const text = (name: string, max = 300): string | null => {
    const given = value(name);
    if (given === null) return null;
    if (typeof given === 'string' && given.length <= max) return given.normalize('NFC').trim();
    at(name, 'text', { max });
    return null;
  };
  const number = (name: string, fits: (number: number) => boolean, code: 'score' | 'rank'): number | null => {
    const given = value(name);
    if (given === null) return null;
    const asNumber =
      typeof given === 'string' && /^\d+([.,]\d+)?$/.test(given) ? Number(given.replace(',', '.')) : given;
    if (typeof asNumber === 'number' && fits(asNumber)) return asNumber;
    at(name, code);
    return null;
  };
  const isRank = (n: number) => Number.isInteger(n) && n >= 1 && n <= 100_000;

  const unitOfMeasure = text('unitOfMeasure', 20) ?? '%';
  const top = unitOfMeasure === '%' ? 100 : Number(/^points\/(\d{1,5})$/.exec(unitOfMeasure)?.[1] ?? NaN);
  if (Number.isNaN(top)) at('unitOfMeasure', 'unit');
  const subjectName = text('subject');
  if (!subjectName) at('subject', 'required');
  const subjectKind = (value('subjectKind') ?? 'province') as SubjectKind;
  if (!subjectKinds.includes(subjectKind)) at('subjectKind', 'subject_kind');
  const rankedName = value('rankedOf') === null ? 'rankedCount' : 'rankedOf';
  const rankedOf = number(rankedName, isRank, 'rank');
  const source = text('source', 1000);
  const provenance = value('provenance') ?? (source ? { sources: [source] } : {});
  return {
    indexCode,
    year,
    nodeCode: text('componentCode', 20),
    subjectName: subjectName ?? '',
    subjectKind,
    subjectCode: text('subjectCode', 40),
    score: number('score', (n) => n >= 0 && n <= top && new Exact(n).decimalPlaces() <= 4, 'score'),
    unitOfMeasure,
    rank: number('rank', (n) => isRank(n) && (rankedOf === null || n <= rankedOf), 'rank'),
    rankedOf,
    note: text('note', 2000),
    provenance: typeof provenance === 'object' ? provenance : { note: provenance },
  };
}
