import type { FastifyRequest } from 'fastify';
import type { Change } from '../../platform/change/change';
import { invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import { readTable } from '../../platform/files/table';
import { uploadedFile } from '../../platform/files/upload';
import { problem } from '../index.problems';
import type { EditionHead } from './edition';
import type { Db } from './edition.queries';
import { NODE_LIMIT, rawNodesOfTable, readEdition, type ReadEdition } from './read-edition';
import { readEditionJson } from './read-json';
import { readHead, type OwnIndex } from './read-head';
import { writeEditions } from './write-editions';

export type Upload = ReadEdition & { head: EditionHead };

/** As many faults as a person can use at once. */
const FAULT_LIMIT = 200;

/** The set as it was sent: JSON in the body, or a table whose head stands in the query. */
export async function readUpload(
  request: FastifyRequest,
  body: unknown,
  query: object,
  index: OwnIndex,
): Promise<Upload> {
  if (!request.isMultipart()) return readEditionJson(body, index);
  const { fileName, content } = await uploadedFile(request);
  const table = await readTable(fileName, content, { rows: NODE_LIMIT });
  const faults: FieldError[] = [];
  const head = readHead({ ...query }, index, faults);
  const raw = rawNodesOfTable(table.headers, table.rows, faults);
  return { head, ...readEdition(raw, head.totals, faults) };
}

/** Stores the set as a draft, in place of an earlier draft of that year. Returns its id. */
export async function importEdition(change: Change, { head, nodes, faults }: Upload): Promise<string> {
  if (faults.length > 0) throw invalid(...faults.slice(0, FAULT_LIMIT));
  const draft = await refuseFrozen(change.manager, head.indexCode, head.year);
  if (draft) await change.manager.query('DELETE FROM edition WHERE id = $1', [draft]);
  const [id] = await writeEditions(change, [{ head, nodes }]);
  return id;
}

/**
 * The id of the draft that an import of this year replaces, or null; refuses when the year's set cannot be
 * replaced. Locks the row, so that the draft is not published meanwhile.
 */
export async function refuseFrozen(db: Db, code: string, year: number): Promise<string | null> {
  const [edition]: { id: string; published: boolean; used: boolean }[] = await db.query(
    `SELECT e.id, e.published_at IS NOT NULL AS published,
            EXISTS (SELECT 1 FROM plan p WHERE p.edition_id = e.id)
            OR EXISTS (SELECT 1 FROM node n JOIN task_component l ON l.component_id = n.id WHERE n.edition_id = e.id)
            OR EXISTS (SELECT 1 FROM node n JOIN component_value v ON v.component_id = n.id WHERE n.edition_id = e.id) AS used
       FROM edition e WHERE e.index_code = $1 AND e.year = $2 FOR UPDATE OF e`,
    [code, Number.isInteger(year) ? year : null],
  );
  if (!edition) return null;
  if (edition.published) throw problem('edition.published', { year });
  if (edition.used) throw problem('edition.in_use', { year });
  return edition.id;
}
