import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { dayOf, momentOf, type Day } from '../../platform/clock/day';
import { quietHoursLeft, type TellingPreference } from '../preferences/preference';

/** A person to whom a letter is due. */
export interface Reader {
  id: string;
  email: string | null;
  quietHours: TellingPreference['quietHours'];
}

export interface DigestRow {
  id: string;
  reader: Reader;
  content: object;
  /** False: it is kept, but there is nothing to send. */
  send: boolean;
}

/** Begins the digests of a day: a row for each person who has none yet. Whoever begins it writes it, and nobody else. */
export async function beginDigests(
  manager: EntityManager,
  readers: Reader[],
  kind: 'daily' | 'weekly',
  day: Day,
): Promise<Map<string, string>> {
  const begun: { id: string; personId: string }[] = await manager.query(
    `INSERT INTO digest (id, recipient_id, kind, day, created_at, content)
     SELECT mine.id, mine.person, $3, $4, now(), '{}' FROM unnest($1::uuid[], $2::uuid[]) AS mine (id, person)
      ORDER BY mine.person
     ON CONFLICT (recipient_id, kind, day) DO NOTHING RETURNING id, recipient_id AS "personId"`,
    [readers.map(() => uuidv7()), readers.map(({ id }) => id), kind, day],
  );
  return new Map(begun.map(({ id, personId }) => [personId, id]));
}

/** Keeps what the digests say, and a letter for each that has something to send and an address to go to. */
export async function keepDigests(
  manager: EntityManager,
  rows: DigestRow[],
  host: string,
  moment: Date,
): Promise<void> {
  await manager.query(
    `UPDATE digest d SET content = kept.content
       FROM unnest($1::uuid[], $2::jsonb[]) AS kept (id, content) WHERE d.id = kept.id`,
    [rows.map(({ id }) => id), rows.map(({ content }) => JSON.stringify(content))],
  );
  const letters = rows.filter(({ send, reader }) => send && reader.email?.trim());
  await manager.query(
    `INSERT INTO delivery (id, digest_id, recipient_id, channel, address, message_id, created_at, next_attempt_at)
     SELECT letter.id, letter.digest_id, letter.person, 'mail', letter.address, letter.digest_id || '@' || $5, now(), coalesce(letter.not_before, now())
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $6::timestamptz[]) AS letter (id, digest_id, person, address, not_before)`,
    [
      letters.map(() => uuidv7()),
      letters.map(({ id }) => id),
      letters.map(({ reader }) => reader.id),
      letters.map(({ reader }) => reader.email!.trim()),
      host,
      letters.map(({ reader }) => endOfQuiet(reader.quietHours, moment)),
    ],
  );
}

/** The full hour at which letters may leave again; null when they may now. */
function endOfQuiet(quiet: TellingPreference['quietHours'], moment: Date): Date | null {
  const hour = hourOf(moment);
  const left = quietHoursLeft(quiet, hour);
  return left === 0 ? null : momentOf(dayOf(moment), hour + left);
}

/** Hour of the day in Việt Nam. */
export function hourOf(moment: Date): number {
  return Math.floor((moment.getTime() - momentOf(dayOf(moment)).getTime()) / 3_600_000);
}
