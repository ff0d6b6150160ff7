import type { Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { within } from '../../platform/queue/within';
import { waiting } from '../reminder';
import { tellReminders } from '../tell/tell';
import type { Lot } from './alarm';

/** The look itself is claimed like a job but is none: it is not to be missed when no worker runs. */
export const LOOK = 'alarms.look';

/** The system at one moment, by the database's clock. */
export interface Facts extends RowFacts {
  queue: QueueFacts;
}

interface RowFacts {
  now: Date;
  /** Due for five minutes and not told. `takeable`: those of them that wait for no second try. */
  due: Lot & { takeable: number };
  toldLately: boolean;
  /** Should have been handed over ten minutes ago. `moving`: letters leave at this moment, at their pace. */
  letters: Lot & { moving: boolean };
  webhooks: Lot;
  deadLastHour: number;
  /** Events that have waited for two minutes. */
  outbox: Lot;
  /** Recurring jobs; when each was last asked for, and since when it has been asked for without ending well. */
  jobs: { name: string; askedAt: Date; withoutEndSince: Date; periodSeconds: number }[];
  /** When the first look of all was made. */
  watchedSince: Date;
}

export interface QueueFacts {
  reachable: boolean;
  /** Whether a telling waits or runs; null when nobody answers. */
  telling: boolean | null;
}

export async function readFacts(database: DataSource, queue: Queue): Promise<Facts> {
  const queueFacts = await readQueue(queue);
  const [{ facts }]: { facts: RowFacts }[] = await database.query(rowFacts, [LOOK]);
  return { ...(withDates(facts) as RowFacts), queue: queueFacts };
}

const late = (
  channel: string,
) => `FROM delivery WHERE channel = '${channel}' AND sent_at IS NULL AND failed_at IS NULL
  AND next_attempt_at <= now() - interval '10 minutes'`;

const rowFacts = `
WITH due AS (
  SELECT count(*) AS count, min(greatest(r.fire_at, r.created_at)) AS since,
         count(*) FILTER (WHERE r.next_attempt_at IS NULL OR r.next_attempt_at <= now() - interval '5 minutes') AS takeable
    FROM (SELECT r.fire_at, r.created_at, r.next_attempt_at FROM reminder r
           WHERE ${waiting} AND r.fire_at <= now() - interval '5 minutes'
           -- So that the index of what is due is walked, whatever the planner guesses.
           ORDER BY r.fire_at, r.id LIMIT 100000) AS r
   WHERE r.created_at <= now() - interval '5 minutes'),
letters AS (
  SELECT count(*) AS count, min(next_attempt_at) AS since,
         EXISTS (SELECT 1 FROM letter_pace WHERE second > now() - interval '1 minute')
           AND NOT EXISTS (SELECT 1 FROM delivery_pause WHERE outlet = 'mail') AS moving ${late('mail')}),
webhooks AS (SELECT count(*) AS count, min(next_attempt_at) AS since ${late('webhook')}),
events AS (
  SELECT count(*) AS count, min(created_at) AS since FROM outbox
   WHERE delivered_at IS NULL AND created_at <= now() - interval '2 minutes'),
jobs AS (
  SELECT coalesce(json_agg(json_build_object('name', name, 'askedAt', last_run_at,
           'withoutEndSince', greatest(ended_at, asked_since), 'periodSeconds', period_seconds) ORDER BY name), '[]') AS list
    FROM timetable_run WHERE name <> $1)
SELECT json_build_object('now', now(), 'due', row_to_json(due), 'letters', row_to_json(letters), 'webhooks', row_to_json(webhooks),
         'outbox', row_to_json(events), 'jobs', jobs.list,
         'toldLately', EXISTS (SELECT 1 FROM reminder WHERE told_at > now() - interval '5 minutes'),
         'deadLastHour', (SELECT count(*) FROM delivery WHERE failed_at > now() - interval '1 hour'),
         'watchedSince', coalesce((SELECT asked_since FROM timetable_run WHERE name = $1), now())) AS facts
  FROM due, letters, webhooks, events, jobs`;

/** Moments come out of JSON as text. */
function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDates(part)]));
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value;
}

const TRIES = 3;
const PAUSE_MS = 5_000;

/** A Redis that only starts again is not unreachable: it is asked three times within some ten seconds. */
async function readQueue(queue: Queue): Promise<QueueFacts> {
  for (let tries = 1; ; tries++) {
    try {
      // Asked while it is not connected, it would answer whenever it is, and what asks would pile up.
      if (queue.client.status !== 'ready') throw new Error(queue.client.status);
      const jobs = await within(2_000, queue.getJobs(['waiting', 'active', 'paused'], 0, 99));
      return { reachable: true, telling: jobs.some((job) => job?.name === tellReminders.name) };
    } catch {
      if (tries === TRIES) return { reachable: false, telling: null };
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
