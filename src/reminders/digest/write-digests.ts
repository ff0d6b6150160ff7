import { Injectable, Logger, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { addDays, dayOf, daysBetween, type Day } from '../../platform/clock/day';
import { Config } from '../../platform/config/config';
import { defineJob, Handles } from '../../platform/queue/job';
import { KnownCalendar, whereKnown } from '../derive/known-calendar';
import { waiting } from '../reminder';
import { beginDigests, hourOf, keepDigests, type Reader } from './digest-rows';
import { gather, type Gathering } from './gather';
import { Stakes } from './stakes';

/** `asOf` (RFC 3339) stands in for the database's clock; the timetable never gives it. */
export const writeDigests = defineJob<{ asOf?: string }>('digests.write');

const PEOPLE_AT_ONCE = 200;
/** "Due soon", in working days. */
const SOON = 7;

/**
 * Writes each person's digest of the day, once, from his hour on: when something waits for it, and nothing that is due is
 * still to be told to him, so that one letter has it all. The digest, what it takes up and its letter are one transaction.
 */
@Injectable()
export class WriteDigests {
  private readonly log = new Logger('Digests');

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly calendar: KnownCalendar,
    private readonly config: Config,
    @Optional() private readonly stakes?: Stakes,
  ) {}

  @Handles(writeDigests)
  async write({ asOf }: { asOf?: string }): Promise<void> {
    const moment = await momentOfDatabase(this.dataSource, asOf);
    const people = await this.peopleWithNews(moment);
    if (people.length === 0) return;
    const stakeOf = (await this.stakes?.ofOpenTasks(dayOf(moment))) ?? (() => null);
    for (let first = 0; first < people.length; first += PEOPLE_AT_ONCE) {
      await this.writeBatch(people.slice(first, first + PEOPLE_AT_ONCE), moment, stakeOf);
    }
  }

  /** A digest that breaks keeps nobody else from his: the batch is then written one by one. */
  private async writeBatch(people: string[], moment: Date, stakeOf: Gathering['stakeOf']): Promise<void> {
    try {
      await this.changes.run(systemCaller(moment, 'digests.write'), ({ manager, today }) =>
        this.writeAll(manager, people, moment, today, stakeOf),
      );
    } catch (error) {
      this.log.error(
        `The digests of ${people.length > 1 ? `${people.length} people` : people[0]} were not written: ${(error as Error).stack}`,
      );
      if (people.length > 1) for (const one of people) await this.writeBatch([one], moment, stakeOf);
    }
  }

  private async writeAll(
    manager: EntityManager,
    people: string[],
    moment: Date,
    today: Day,
    stakeOf: Gathering['stakeOf'],
  ): Promise<void> {
    const held = await holdReaders(manager, people);
    const begun = await beginDigests(manager, held, 'daily', today);
    if (begun.size === 0) return;
    const gathered = await gather([...begun.keys()], {
      manager,
      today,
      stakeOf,
      ...(await this.days(manager, today)),
    });
    const rows = held.flatMap((reader) => {
      const id = begun.get(reader.id);
      const own = gathered.get(reader.id);
      if (!id || !own) return [];
      const { content, news } = own;
      return [{ id, reader, content, news, send: news.length > 0 && content.sections.length > 0 }];
    });
    await keepDigests(manager, rows, new URL(this.config.PUBLIC_URL).hostname, moment);
    await manager.query(
      `UPDATE notification n SET digest_id = taken.digest_id
         FROM unnest($1::uuid[], $2::uuid[]) AS taken (id, digest_id) WHERE n.id = taken.id AND n.digest_id IS NULL`,
      [rows.flatMap(({ news }) => news), rows.flatMap(({ id, news }) => news.map(() => id))],
    );
  }

  private async days(manager: EntityManager, today: Day): Promise<Pick<Gathering, 'horizon' | 'distanceTo'>> {
    const calendar = await this.calendar.current(manager);
    return {
      horizon: whereKnown(() => calendar.addWorkingDays(today, SOON)) ?? addDays(today, SOON),
      distanceTo: (dueDate) => ({
        calendar: daysBetween(today, dueDate),
        working: whereKnown(() => calendar.countWorkingDays(today, dueDate)),
      }),
    };
  }

  /** Rows whose telling broke, or that are of days to come, keep no digest waiting. */
  private async peopleWithNews(moment: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `WITH untold AS MATERIALIZED (
         SELECT DISTINCT r.recipient_id AS id FROM reminder r WHERE ${waiting} AND r.fire_at <= $1 AND r.attempts = 0)
       SELECT u.id FROM app_user u LEFT JOIN telling_preference p ON p.user_id = u.id
        WHERE u.active AND coalesce(p.digest_hour, 8) <= $2
          AND EXISTS (SELECT 1 FROM notification n WHERE n.recipient_id = u.id AND n.mail = 'digest' AND n.digest_id IS NULL)
          AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.recipient_id = u.id AND d.kind = 'daily' AND d.day = $3)
          AND NOT EXISTS (SELECT 1 FROM untold WHERE untold.id = u.id OR untold.id IN (
            SELECT away.user_id FROM telling_preference away WHERE away.deputy_id = u.id AND $3::date BETWEEN away.absent_from AND away.absent_to))
        ORDER BY u.id`,
      [moment, hourOf(moment), dayOf(moment)],
    );
    return rows.map(({ id }) => id);
  }
}

/** People whom another worker holds are left to it. */
export function holdReaders(manager: EntityManager, people: string[]): Promise<Reader[]> {
  return manager.query(
    `SELECT u.id, u.email, CASE WHEN p.quiet_from IS NOT NULL THEN json_build_object('from', p.quiet_from, 'to', p.quiet_to) END AS "quietHours"
       FROM app_user u LEFT JOIN telling_preference p ON p.user_id = u.id
      WHERE u.id = ANY($1::uuid[]) AND u.active ORDER BY u.id FOR NO KEY UPDATE OF u SKIP LOCKED`,
    [people],
  );
}

/** Now by the database's clock: a worker's may be hours wrong. */
export async function momentOfDatabase(dataSource: DataSource, asOf?: string): Promise<Date> {
  const [{ moment }]: { moment: Date }[] = await dataSource.query(
    'SELECT coalesce($1::timestamptz, now()) AS moment',
    [asOf ?? null],
  );
  return moment;
}
