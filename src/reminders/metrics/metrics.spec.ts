import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';
import { RedisServer } from '../../../test/support/redis-server';
import { onServer } from '../../../test/support/servers';
import { QUEUE } from '../../platform/queue/jobs';

/** Figures of reminders themselves: reminders.http.spec.ts. */
describe('the metrics of operations', () => {
  let par: Par;
  let redis: RedisServer;
  let person: string;

  beforeAll(async () => {
    redis = await RedisServer.start();
    par = await openPar('empty', { REDIS_URL: redis.url });
    person = await addPerson(par, { username: 'an', unitId: await addUnit(par.database, 'T') });
  });
  afterAll(async () => {
    await par.close();
    await redis.end();
  });

  const sql = (text: string, parameters: unknown[] = []) => par.database.query(text, parameters);
  const scrape = async () => (await par.http.get('/metrics')).text;
  /** The value of a figure, by its name and label as they are written. */
  async function value(figure: string): Promise<number> {
    const line = (await scrape()).split('\n').find((text) => text.startsWith(`${figure} `));
    return Number(line?.split(' ')[1]);
  }
  /** Several at once; seconds to the nearest minute, for a machine that is busy. */
  const values = async (...figures: string[]) => {
    const text = await scrape();
    return figures.map((figure) => {
      const line = text.split('\n').find((part) => part.startsWith(`${figure} `));
      const grain = figure.includes('seconds') ? 60 : 1;
      return line && Math.round(Number(line.split(' ')[1]) / grain) * grain;
    });
  };
  const letter = async (columns: Record<string, string>) => {
    const [{ id }] = await sql(
      `WITH told AS (
         INSERT INTO notification (id, recipient_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
         VALUES (uuid_v7(), $1, 'alarm', '', '', '', '', now(), now()) RETURNING id)
       INSERT INTO delivery (id, notification_id, recipient_id, channel, address, message_id, next_attempt_at, created_at, ${Object.keys(columns).join()})
       SELECT uuid_v7(), id, $1, 'mail', 'an@example.test', id::text, now(), now() - interval '10 minutes', ${Object.values(columns).join()} FROM told RETURNING id`,
      [person],
    );
    return id;
  };

  it('tell of letters that wait, are dead or failed, and of the mail server that is left alone', async () => {
    const waiting = await letter({ attempts: '2' });
    await letter({ failed_at: 'now()', failure_reason: `'refused'` });
    await letter({ failed_at: `now() - interval '2 days'`, failure_reason: `'refused'` });
    await letter({ sent_at: 'now()' });
    await sql(
      `INSERT INTO delivery_attempt (delivery_id, number, begun_at, ended_at, sent, answer)
       VALUES ($1, 1, now(), now() - interval '2 hours', false, 'no'), ($1, 2, now(), now(), false, 'no'), ($1, 3, now(), now(), true, 'yes')`,
      [waiting],
    );
    await sql(
      `INSERT INTO delivery_pause (outlet, failures, since, until, reason) VALUES ('mail', 1, now(), now(), 'no')`,
    );
    const of = (name: string, channel = 'mail') => `par_${name}{channel="${channel}"}`;
    expect(
      await values(
        of('deliveries_waiting'),
        of('deliveries_waiting', 'webhook'),
        of('delivery_oldest_waiting_seconds'),
        of('deliveries_dead'),
        of('deliveries_dead_last_day'),
        'par_letters_failed_last_day',
        of('delivery_tries_failed_last_hour'),
        of('delivery_outlets_resting'),
        of('delivery_outlets_resting', 'webhook'),
      ),
    ).toEqual([1, 0, 600, 2, 1, 1, 1, 1, 0]);
  });

  it('tell how late the tries are', async () => {
    await sql(
      `UPDATE delivery SET next_attempt_at = now() - interval '1 hour' WHERE sent_at IS NULL AND failed_at IS NULL`,
    );
    expect(await value('par_delivery_overdue_seconds{channel="mail"}')).toBeCloseTo(3600, -1);
  });

  it('tell of events that wait', async () => {
    await sql(
      `INSERT INTO outbox (topic, payload, occurred_at, created_at, attempts, delivered_at)
       SELECT 'test.waits', '{}', now(), now() - interval '5 minutes', n, CASE WHEN n = 2 THEN now() END FROM generate_series(0, 2) n`,
    );
    expect(await values('par_outbox_waiting', 'par_outbox_oldest_seconds', 'par_outbox_retried')).toEqual([
      2, 300, 1,
    ]);
  });

  it('tell of the timetable, digests, alarms and what was freed', async () => {
    await sql(
      `INSERT INTO timetable_run (name, last_run_at, ended_at) VALUES ('outbox.relay', now(), now() - interval '2 minutes')`,
    );
    await sql(`INSERT INTO job_freed VALUES ('reminders.tell', 3, now())`);
    await sql(
      `INSERT INTO digest (id, recipient_id, kind, day, created_at, content) VALUES (uuid_v7(), $1, 'daily', '2030-01-01', now(), '{}'),
         (uuid_v7(), $1, 'daily', '2029-12-30', now() - interval '2 days', '{}')`,
      [person],
    );
    await sql(
      `INSERT INTO alarm (id, kind, detail, begun_at, last_seen_at) VALUES (uuid_v7(), 'outbox_late', '{}', now(), now())`,
    );
    const figures = [
      'par_timetable_seconds_since_end{job="outbox.relay"}',
      'par_jobs_freed_total{job="reminders.tell"}',
      'par_digests_last_day{kind="daily"}',
      'par_digests_last_day{kind="weekly"}',
      'par_alarms_open{kind="outbox_late"}',
    ];
    expect(await values(...figures)).toEqual([120, 3, 1, 0, 1]);
    await sql('UPDATE alarm SET ended_at = now()');
    expect(await values('par_alarms_open{kind="outbox_late"}')).toEqual([undefined]);
  });

  it('tell of the queue', async () => {
    await par.app.get<Queue>(getQueueToken(QUEUE)).add('test.nothing', {});
    expect(await values('par_queue_jobs{state="waiting"}', 'par_queue_jobs{state="active"}')).toEqual([1, 0]);
  });

  it('are told together: one statement for what belongs together', async () => {
    const statements = jest.spyOn(par.database, 'query');
    try {
      await scrape();
      expect(statements).toHaveBeenCalledTimes(4);
    } finally {
      statements.mockRestore();
    }
  });

  it('keep what was last known of a part that does not answer, and tell the others', async () => {
    const hung = jest
      .spyOn(par.app.get<Queue>(getQueueToken(QUEUE)), 'getJobCounts')
      .mockReturnValue(new Promise(() => {}));
    try {
      await sql('DELETE FROM outbox');
      expect(await values('par_outbox_waiting', 'par_queue_jobs{state="waiting"}')).toEqual([0, 1]);
    } finally {
      hung.mockRestore();
    }
  });

  it('are told without Redis and without PostgreSQL', async () => {
    await redis.kill();
    const name = new URL(par.config.DATABASE_URL).pathname.slice(1);
    await onServer(
      `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    try {
      const { status, text } = await par.http.get('/metrics');
      expect(status).toBe(200);
      expect(text).toContain('par_queue_jobs{state="waiting"} 1');
      expect(text).toContain('par_deliveries_dead{channel="mail"} 2');
    } finally {
      await onServer(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    }
  });
});
