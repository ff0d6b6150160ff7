import { Injectable, Logger, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Grant } from '../../platform/access/actor';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { addDays, dayOf, weekdayOf, type Day } from '../../platform/clock/day';
import { Config } from '../../platform/config/config';
import type { Texts } from '../../platform/errors/problem';
import { defineJob, Handles } from '../../platform/queue/job';
import { KnownCalendar, whereKnown } from '../derive/known-calendar';
import { beginDigests, hourOf, keepDigests } from './digest-rows';
import { Review } from './review';
import type { WeeklyContent } from './weekly-content';
import { holdReaders, momentOfDatabase } from './write-digests';

/** `asOf` (RFC 3339) stands in for the database's clock; the timetable never gives it. */
export const writeReviews = defineJob<{ asOf?: string }>('reviews.write');

/** Units that a letter names as its reader's scope. */
const UNITS_NAMED = 3;

interface Leader {
  id: string;
  name: string;
  unitId: string;
  grants: Grant[];
  scope: Texts[];
  years: number[];
}

/**
 * Writes each leader's review of the week, once: from his hour on the first working day of the week, or later in that week
 * when nobody could then. Leaders with the same scope share one reading of the reports.
 */
@Injectable()
export class WriteReviews {
  private readonly log = new Logger('Digests');

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
    private readonly calendar: KnownCalendar,
    private readonly config: Config,
    @Optional() private readonly review?: Review,
  ) {}

  @Handles(writeReviews)
  async write({ asOf }: { asOf?: string }): Promise<void> {
    if (!this.review) return;
    const moment = await momentOfDatabase(this.dataSource, asOf);
    const today = dayOf(moment);
    const firstDay = await this.firstWorkingDay(today);
    if (firstDay === null || today < firstDay) return;
    const read = new Map<string, Promise<object>>();
    for (const leader of await this.leaders(firstDay, hourOf(moment))) {
      const key = JSON.stringify([leader.grants, leader.years]);
      if (!read.has(key)) read.set(key, this.review.of(actorOf(leader), leader.years, today));
      try {
        await this.keep(leader, (await read.get(key)) as WeeklyContent, firstDay, moment);
      } catch (error) {
        this.log.error(`The weekly review of ${leader.id} was not written: ${(error as Error).stack}`);
      }
    }
  }

  private async keep(leader: Leader, review: WeeklyContent, firstDay: Day, moment: Date): Promise<void> {
    const { scope } = leader;
    const content: WeeklyContent = {
      ...review,
      scope: scope.slice(0, UNITS_NAMED),
      scopeCount: scope.length,
    };
    await this.changes.run(systemCaller(moment, 'reviews.write'), async ({ manager }) => {
      const held = await holdReaders(manager, [leader.id]);
      const begun = await beginDigests(manager, held, 'weekly', firstDay);
      const rows = held.flatMap((reader) => {
        const id = begun.get(reader.id);
        return id ? [{ id, reader, content, send: true }] : [];
      });
      await keepDigests(manager, rows, new URL(this.config.PUBLIC_URL).hostname, moment);
    });
  }

  /** Of the week of `today`, Monday where no calendar is known; null in a week that is off as a whole. */
  private async firstWorkingDay(today: Day): Promise<Day | null> {
    const sundayBefore = addDays(today, -weekdayOf(today));
    const calendar = await this.calendar.current(this.dataSource.manager);
    const first = whereKnown(() => calendar.addWorkingDays(sundayBefore, 1)) ?? addDays(sundayBefore, 1);
    return first > addDays(sundayBefore, 7) ? null : first;
  }

  /** Leaders without this week's review, whose hour has come, who want it and in whose scope an open plan has tasks. */
  private leaders(firstDay: Day, hour: number): Promise<Leader[]> {
    return this.dataSource.query(
      `SELECT u.id, u.display_name AS name, u.unit_id AS "unitId", led.scope, y.years,
              (SELECT json_agg(json_build_object('role', g.role, 'unitId', g.unit_id) ORDER BY g.role, g.unit_id) FROM role_grant g WHERE g.user_id = u.id) AS grants
         FROM app_user u
         LEFT JOIN telling_preference p ON p.user_id = u.id
        CROSS JOIN LATERAL (SELECT json_agg(json_build_object('vi', own.name_vi, 'en', own.name_en) ORDER BY own.name_vi COLLATE vietnamese, own.id) AS scope
                              FROM role_grant g JOIN unit own ON own.id = g.unit_id WHERE g.user_id = u.id AND g.role = 'leader') AS led
        CROSS JOIN LATERAL (
          SELECT array_agg(DISTINCT plan.year ORDER BY plan.year) AS years FROM plan
           WHERE plan.closed_on IS NULL AND EXISTS (
             SELECT 1 FROM task t JOIN unit_ancestor a ON a.unit_id = t.lead_unit_id
               JOIN role_grant g ON g.unit_id = a.ancestor_id AND g.user_id = u.id AND g.role = 'leader'
              WHERE t.plan_id = plan.id AND t.state NOT IN ('draft', 'cancelled') AND NOT t.handed_down)) AS y
        WHERE u.active AND led.scope IS NOT NULL AND y.years IS NOT NULL AND coalesce(p.weekly_review, true) AND coalesce(p.digest_hour, 8) <= $2
          AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.recipient_id = u.id AND d.kind = 'weekly' AND d.day = $1)
        ORDER BY u.id`,
      [firstDay, hour],
    );
  }
}

/** The leader as he is when he signs in: the figures are those that his reports show. */
function actorOf({ id, name, unitId, grants }: Leader): Actor {
  return { userId: id, name, unitId, grants };
}
