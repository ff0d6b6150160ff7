import type { FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { fieldError, invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import { readTable } from '../../platform/files/table';
import { uploadedFile } from '../../platform/files/upload';
import { nodesOf } from '../edition/edition';
import { loadEdition, type Db } from '../edition/edition.queries';
import { problem } from '../index.problems';
import { readResult, resultFault, type Result } from './result';
import { existingAmong, insertResults } from './results.queries';

const ROW_LIMIT = 2_000;

export interface ReadResults {
  results: Result[];
  /** Line of a table, or ordinal in JSON, of each result. */
  rows: number[];
  paths: string[];
  /** What is wrong with the file itself. */
  faults: FieldError[];
  /** Rows that are already there, as faults. */
  existing: FieldError[];
}

interface RawRow {
  row: number;
  path: string;
  cells: Record<string, unknown>;
}

/** Reads a file of results of one index and year, and finds everything that stands against storing it. */
export async function readResults(
  db: Db,
  request: FastifyRequest,
  body: unknown,
  key: { indexCode: string; year: number },
): Promise<ReadResults> {
  const faults: FieldError[] = [];
  const raw = request.isMultipart() ? await rowsOfTable(request) : rowsOfJson(body, faults);
  const results = raw.map(({ cells, path }) => readResult(cells, path, key, faults));
  const edition = await loadEdition(db, { code: key.indexCode, year: key.year });
  const codes = edition && new Set(nodesOf(edition).map((node) => node.code));
  const seen = new Set<string>();
  results.forEach(({ nodeCode, subjectName }, n) => {
    const { path } = raw[n];
    if (codes && nodeCode && !codes.has(nodeCode))
      faults.push(resultFault(`${path}.componentCode`, 'component'));
    const identity = `${nodeCode ?? ''}\n${subjectName}`;
    if (seen.has(identity)) faults.push(resultFault(`${path}.subject`, 'duplicate'));
    seen.add(identity);
  });
  const there = await existingAmong(db, results);
  return {
    results,
    rows: raw.map(({ row }) => row),
    paths: raw.map(({ path }) => path),
    faults,
    existing: [...there].map((n) => resultFault(`${raw[n].path}.subject`, 'exists')),
  };
}

/** Stores all results, or none. */
export async function importResultRows(change: Change, read: ReadResults): Promise<void> {
  if (read.faults.length > 0) throw invalid(...read.faults.slice(0, 200));
  if (read.existing.length > 0) throw problem('results.exist', {}, read.existing.slice(0, 200));
  await insertResults(change, read.results);
  const { indexCode, year } = read.results[0];
  change.record({
    act: 'results.imported',
    subjectType: 'results',
    subjectId: uuidv7(),
    unitId: null,
    changes: { index: [null, indexCode], year: [null, year], rows: [null, read.results.length] },
  });
}

async function rowsOfTable(request: FastifyRequest): Promise<RawRow[]> {
  const { fileName, content } = await uploadedFile(request);
  const table = await readTable(fileName, content, { rows: ROW_LIMIT });
  return table.rows.map(({ row, cells }) => ({ row, path: `rows[${row}]`, cells }));
}

function rowsOfJson(body: unknown, faults: FieldError[]): RawRow[] {
  const rows = (body as { rows?: unknown } | null)?.rows;
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > ROW_LIMIT) {
    const texts = { vi: 'Phải là danh sách từ 1 đến {max} dòng.', en: 'Must be a list of 1 to {max} rows.' };
    faults.push(fieldError('rows', 'list', texts, { max: ROW_LIMIT }));
    return [];
  }
  return rows.map((cells: unknown, n) => ({
    row: n + 1,
    path: `rows[${n}]`,
    cells: (typeof cells === 'object' && cells !== null ? cells : {}) as Record<string, unknown>,
  }));
}
