import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { commonProblem } from '../../platform/errors/common-problems';
import type { Locale } from '../../platform/errors/problem';
import { changePreference } from '../preferences/change-preference';
import { dutyKinds, notificationKinds } from '../preferences/letter-choices';
import { choiceOf } from '../preferences/preference';
import { preferenceOf } from '../preferences/preference.queries';
import type { NotificationKind } from '../reminder';
import { readUnsubscription, type LetterOfMany } from './unsubscription-token';

/** What the link of a letter stops for its person, or would. */
export interface Unsubscription {
  kind: LetterOfMany;
  locale: Locale;
  /** Daily: kinds that go from the digest to no letter. */
  stops: NotificationKind[];
  /** Daily: kinds that stay in the digest, since duty forbids to switch them off. */
  stays: NotificationKind[];
}

/** The way out of letters of many, for whoever holds the address that stands in them: no sign-in, and nothing but that. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  /** What would be stopped; not found for an address that is none of ours. */
  async look(token: string): Promise<Unsubscription> {
    const { kind, person } = await this.open(token);
    return { kind, locale: person.locale, ...(await inDigest(this.dataSource, person.id)) };
  }

  /** Stops it; a second time there is nothing left to stop. */
  async stop(caller: Caller, token: string): Promise<Unsubscription> {
    const { kind, person } = await this.open(token);
    const { id, name, unitId, locale } = person;
    const theirs: Caller = {
      ...caller,
      actor: { userId: id, name, unitId, grants: [] },
      idempotencyKey: undefined,
    };
    return this.changes.run(theirs, async (change) => {
      await change.manager.query('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const found = await inDigest(change.manager, id);
      await (kind === 'daily' ? stopDaily(change, id, found.stops) : stopWeekly(change, id));
      return { kind, locale, ...found };
    });
  }

  private async open(token: string): Promise<{ kind: LetterOfMany; person: Person }> {
    const { SECRET_KEY } = this.config;
    const read = SECRET_KEY ? readUnsubscription(SECRET_KEY, token) : null;
    const [person]: Person[] = read
      ? await this.dataSource.query(
          'SELECT id, display_name AS name, unit_id AS "unitId", locale FROM app_user WHERE id = $1 AND active',
          [read.userId],
        )
      : [];
    if (!read || !person) throw commonProblem('not_found');
    return { kind: read.kind, person };
  }
}

interface Person {
  id: string;
  name: string;
  unitId: string;
  locale: Locale;
}

async function inDigest(
  database: Parameters<typeof preferenceOf>[0],
  userId: string,
): Promise<Pick<Unsubscription, 'stops' | 'stays'>> {
  const { letters } = await preferenceOf(database, userId);
  const kinds = notificationKinds.filter((kind) => choiceOf(letters, kind) === 'digest');
  return {
    stops: kinds.filter((kind) => !dutyKinds.includes(kind)),
    stays: kinds.filter((kind) => dutyKinds.includes(kind)),
  };
}

/** Also what was told already and waits for the next digest. */
async function stopDaily(change: Change, userId: string, stops: NotificationKind[]): Promise<void> {
  if (stops.length === 0) return;
  const { version } = await preferenceOf(change.manager, userId);
  const letters = Object.fromEntries(stops.map((kind) => [kind, 'none' as const]));
  await changePreference(change, userId, version, { letters });
  await change.manager.query(
    `UPDATE notification SET mail = 'none'
      WHERE recipient_id = $1 AND kind = ANY($2) AND mail = 'digest' AND digest_id IS NULL`,
    [userId, stops],
  );
}

async function stopWeekly(change: Change, userId: string): Promise<void> {
  const { version } = await preferenceOf(change.manager, userId);
  await changePreference(change, userId, version, { weeklyReview: false });
}
