import type { FieldError } from '../../platform/errors/problem';
import type { EditionHead, StatedTotals } from './edition';
import { fault } from './import-faults';

/** The index an edition belongs to, for its name and for the check that it is the right one. */
export interface OwnIndex {
  code: string;
  nameVi: string;
  nameEn: string;
}

/**
 * The head of a set of criteria from JSON or from the query of an upload: year, names, decision, label, totals.
 * Without names the edition is called after its index and year.
 */
export function readHead(input: Record<string, unknown>, index: OwnIndex, faults: FieldError[]): EditionHead {
  const text = (name: string, max = 1000): string | null => {
    const value = input[name];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'string' && value.length <= max) return value.normalize('NFC').trim();
    faults.push(fault(name, 'text', { max }));
    return null;
  };
  const isYear = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= 1990 && Number(value) <= 2200;
  const year = typeof input.year === 'object' ? NaN : Number(input.year);
  if (!isYear(year)) faults.push(fault('year', 'year'));
  if (typeof input.index === 'string' && input.index !== index.code) {
    faults.push(fault('index', 'other_index', { found: input.index.slice(0, 40), expected: index.code }));
  }
  const { baselineYear } = input;
  if (baselineYear !== undefined && !isYear(baselineYear)) faults.push(fault('baselineYear', 'year'));
  return {
    indexCode: index.code,
    year,
    nameVi: text('nameVi') ?? `${index.nameVi} năm ${year}`,
    nameEn: text('nameEn') ?? `${index.nameEn}, ${year}`,
    decision: text('decision') ?? text('basis', 2000),
    illustrative: input.illustrative === true,
    labelVi: text('labelVi'),
    labelEn: text('labelEn') ?? text('label'),
    totals: readTotals(input.totals, faults),
    baselineYear: isYear(baselineYear) ? Number(baselineYear) : null,
  };
}

const totalNames = ['fields', 'criteria', 'components', 'maxPoints'] as const;

function readTotals(input: unknown, faults: FieldError[]): StatedTotals {
  if (typeof input !== 'object' || input === null) return {};
  const given = input as Record<string, unknown>;
  const number = (path: string, value: unknown): number => {
    if (typeof value === 'number' && value >= 0 && value <= 100_000) return value;
    faults.push(fault(path, 'totals'));
    return 0;
  };
  const totals: StatedTotals = {};
  for (const name of totalNames) {
    if (given[name] !== undefined && given[name] !== null)
      totals[name] = number(`totals.${name}`, given[name]);
  }
  if (typeof given.byMethod === 'object' && given.byMethod !== null) {
    const entries = Object.entries(given.byMethod).slice(0, 10);
    totals.byMethod = Object.fromEntries(
      entries.map(([name, value]) => [name, number(`totals.byMethod.${name}`, value)]),
    );
  }
  return totals;
}
