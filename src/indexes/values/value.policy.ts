import { unitsWhere, type Actor } from '../../platform/access/actor';
import { within } from '../../platform/access/scope';
import type { Db } from '../edition/edition.queries';

/** A unit as it stood in the year of a set of criteria: codes are reused, so a code needs a year. */
export interface OwnerUnit {
  id: string;
  code: string;
}

/** Of the units with these codes in that year, those in which the actor may report: task reporters and index writers. */
export async function ownUnits(
  db: Db,
  actor: Actor,
  codes: readonly string[],
  year: number,
): Promise<OwnerUnit[]> {
  const held = [...unitsWhere(actor, 'task.report'), ...unitsWhere(actor, 'index.write')];
  if (held.length === 0 || codes.length === 0) return [];
  return db.query(
    `SELECT u.id, u.code FROM unit u
      WHERE u.code = ANY($1) AND ${within('u.id', '$2::uuid[]')}
        AND daterange(u.valid_from, u.valid_to, '[]') && daterange(make_date($3, 1, 1), make_date($3, 12, 31), '[]')
      ORDER BY u.valid_from DESC NULLS LAST`,
    [codes, held, year],
  );
}
