import type { DataSource, EntityManager } from 'typeorm';
import type { Claim } from './claim';

/** The longest rest of an outlet that does not work, in seconds: so late may it be noticed that it works again. */
const LONGEST = 300;

/** SQL: the outlet of the pause `p`, if it has one, may be tried. */
export const mayBeTried = 'coalesce(p.until <= now(), true)';

/** Of those who would try an outlet whose rest is over, one does; the others leave it alone for as long as that takes. */
export async function takeTrial(manager: EntityManager, outlet: string, lease: string): Promise<boolean> {
  const [taken]: [unknown[], number] = await manager.query(
    `UPDATE delivery_pause SET until = now() + $2::interval WHERE outlet = $1 AND until <= now() RETURNING outlet`,
    [outlet, lease],
  );
  return taken.length > 0;
}

/** The outlet did not work: it rests, after each failure longer (0, 5, 15, 35 … seconds), or as long as it asks for. */
export async function letRest(
  dataSource: DataSource,
  claim: Claim,
  reason: string,
  leaveFor = 0,
): Promise<void> {
  const rest = (failures: string) =>
    `now() + make_interval(secs => greatest($3, least(${LONGEST}, 5 * (2 ^ least(${failures} - 1, 20) - 1))))`;
  await dataSource.query(
    `INSERT INTO delivery_pause (outlet, failures, since, until, reason) VALUES ($1, 1, now(), ${rest('1')}, $2)
     ON CONFLICT (outlet) DO UPDATE SET failures = delivery_pause.failures + 1, reason = $2, until = ${rest('(delivery_pause.failures + 1)')}
      WHERE delivery_pause.until <= now() OR $4`,
    [claim.outlet, reason, leaveFor, claim.trial],
  );
}

export async function endRest(dataSource: DataSource, outlet: string): Promise<void> {
  await dataSource.query('DELETE FROM delivery_pause WHERE outlet = $1', [outlet]);
}
