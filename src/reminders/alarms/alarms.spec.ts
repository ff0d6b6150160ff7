import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { addPerson } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';
import { RedisServer } from '../../../test/support/redis-server';
import { Alarms } from './alarms';
import { SendLetters } from '../letters/send-letters';
import { AlarmWatch } from './alarm-watch';

const notTheInterval = [
  'Date',
  'setTimeout',
  'clearTimeout',
  'setImmediate',
  'clearImmediate',
  'nextTick',
  'queueMicrotask',
  'hrtime',
  'performance',
] as const;

describe('alarms', () => {
  let par: Par;
  let redis: RedisServer;
  let top: string;
  let below: string;

  beforeAll(async () => {
    redis = await RedisServer.start();
    par = await openPar('empty', { REDIS_URL: redis.url, PUBLIC_URL: 'https://par.example.test/' });
    [top, below] = [uuidv7(), uuidv7()];
    await sql(
      `INSERT INTO unit (id, code, name_vi, name_en, level, parent_id) VALUES ($1, 'T', 'T', 'T', 'province', NULL), ($2, 'D', 'D', 'D', 'department', $1)`,
      [top, below],
    );
    await addPerson(par, { username: 'admin', unitId: top, role: 'admin' });
    await addPerson(par, { username: 'second', unitId: below, role: 'admin', roleUnitId: top });
    await addPerson(par, { username: 'gone', unitId: top, role: 'admin' });
    await addPerson(par, { username: 'local', unitId: below, role: 'admin' });
    await addPerson(par, { username: 'auditor', unitId: top, role: 'auditor' });
    await addPerson(par, { username: 'leader', unitId: top, role: 'leader' });
    await sql(`UPDATE app_user SET email = username || '@example.test', active = username <> 'gone'`);
  });
  afterAll(async () => {
    await par.close();
    await redis.end();
  });
  beforeEach(async () => {
    await sql('TRUNCATE alarm, delivery, notification, outbox, timetable_run, telling_preference CASCADE');
    await sql(
      `INSERT INTO timetable_run (name, last_run_at, ended_at, period_seconds) VALUES ('outbox.relay', now(), now(), 2)`,
    );
  });

  const sql = (text: string, parameters: unknown[] = []) => par.database.query(text, parameters);
  const look = () => par.app.get(Alarms).look();
  const eventWaits = (minutes: number) =>
    sql(
      `INSERT INTO outbox (topic, payload, occurred_at, created_at) VALUES ('test.waits', '{}', now(), now() - make_interval(mins => $1))`,
      [minutes],
    );
  const eventsAreThrough = () => sql('UPDATE outbox SET delivered_at = now()');
  const minutesPass = (minutes: number) =>
    sql(`UPDATE alarm SET last_seen_at = last_seen_at - make_interval(mins => $1)`, [minutes]);
  const told = () =>
    sql(
      `SELECT u.username AS "to", n.title_vi AS title, n.mail, d.address FROM notification n JOIN app_user u ON u.id = n.recipient_id
         LEFT JOIN delivery d ON d.notification_id = n.id ORDER BY n.created_at, u.username`,
    );
  const outboxLate = 'Cảnh báo hệ thống: Sự kiện chưa được chuyển tiếp (outbox)';

  it('are told once to the administrators of the top unit, at once and by letter', async () => {
    await eventWaits(11);
    await Promise.all([look(), look()]);
    await look();
    expect(await told()).toEqual([
      { to: 'admin', title: outboxLate, mail: 'at_once', address: 'admin@example.test' },
      { to: 'second', title: outboxLate, mail: 'at_once', address: 'second@example.test' },
    ]);
  });

  it('say in both languages since when, how many and what to do', async () => {
    await eventWaits(11);
    await eventWaits(12);
    await look();
    const [{ vi, en, kind, taskId }] = await sql(
      `SELECT body_vi AS vi, body_en AS en, kind, task_id AS "taskId" FROM notification LIMIT 1`,
    );
    expect([kind, taskId]).toEqual(['alarm', null]);
    expect(vi).toMatch(/^Từ lúc: \d\d:\d\d, \d\d\/\d\d\/\d{4}\nSố lượng: 2\nCần làm: Xem dòng lỗi/);
    expect(en).toMatch(/^Since: .+\nHow many: 2\nWhat to do: Read the lines/);
  });

  it('leave as letters that say all of it, under an id made of the notification', async () => {
    await eventWaits(11);
    await look();
    await par.app.get(SendLetters).sweep();
    const [{ sentTo, messageId, id }] = await sql(
      `SELECT sent_to AS "sentTo", message_id AS "messageId", notification_id AS id FROM delivery LIMIT 1`,
    );
    expect(messageId).toBe(`${id}@par.example.test`);
    const eml = readFileSync(join(par.config.DATA_DIR, sentTo), 'utf8');
    const text = /base64\r\n\r\n([\w+/=\r\n]+)/.exec(eml);
    expect(text ? Buffer.from(text[1], 'base64').toString() : eml).toContain('Outbox');
  });

  it('are over when the cause has stayed away for five minutes, which the inbox says and no letter', async () => {
    await eventWaits(11);
    await look();
    await eventsAreThrough();
    await look();
    expect(await told()).toHaveLength(2);
    await minutesPass(6);
    await look();
    await look();
    expect((await told()).slice(2)).toEqual(
      ['admin', 'second'].map((to) => ({
        to,
        title: 'Cảnh báo đã hết: Sự kiện chưa được chuyển tiếp (outbox)',
        mail: 'none',
        address: null,
      })),
    );
  });

  it('do not flap: what comes back within five minutes is the same alarm', async () => {
    await eventWaits(11);
    for (let round = 0; round < 3; round++) {
      await look();
      await eventsAreThrough();
      await minutesPass(4);
      await look();
      await eventWaits(11);
    }
    expect(await told()).toHaveLength(2);
    expect(await sql('SELECT count(*)::int AS n FROM alarm')).toEqual([{ n: 1 }]);
  });

  it('begin anew, and are told anew, when it happens again another time', async () => {
    for (let episode = 0; episode < 2; episode++) {
      await eventWaits(11);
      await look();
      await eventsAreThrough();
      await minutesPass(6);
      await look();
    }
    expect((await told()).filter(({ title }: any) => title === outboxLate)).toHaveLength(4);
  });

  it('go into the digest of whoever chose so', async () => {
    await sql(
      `INSERT INTO telling_preference (user_id, letters) SELECT id, '{"alarm": "digest"}' FROM app_user WHERE username = 'admin'`,
    );
    await eventWaits(11);
    await look();
    expect(await told()).toEqual([
      { to: 'admin', title: outboxLate, mail: 'digest', address: null },
      { to: 'second', title: outboxLate, mail: 'at_once', address: 'second@example.test' },
    ]);
  });

  it('tell of a worker that is gone, from the process that serves the page', async () => {
    await sql(`UPDATE timetable_run SET last_run_at = now() - interval '4 minutes'`);
    await look();
    expect((await told())[0].title).toBe(
      'Cảnh báo hệ thống: Không có tiến trình xử lý (worker) nào đang chạy',
    );
  });

  it('are looked for by one process a minute, and again when it has passed', async () => {
    const watch = par.app.get(AlarmWatch);
    const looks = jest.spyOn(par.app.get(Alarms), 'look').mockResolvedValue();
    try {
      await Promise.all([watch.tick(), watch.tick(), watch.tick()]);
      expect(looks).toHaveBeenCalledTimes(1);
      await sql(`UPDATE timetable_run SET last_run_at = last_run_at - interval '1 minute'`);
      await watch.tick();
      expect(looks).toHaveBeenCalledTimes(2);
    } finally {
      looks.mockRestore();
    }
  });

  it('are looked for by every process of itself, some minutes after its start', async () => {
    const watch = new AlarmWatch(par.database, { look: async () => void looks++ } as unknown as Alarms);
    let looks = 0;
    jest.useFakeTimers({ doNotFake: [...notTheInterval] });
    try {
      watch.onApplicationBootstrap();
      jest.advanceTimersByTime(179_000);
      await watch.onApplicationShutdown();
      expect(looks).toBe(0);
      watch.onApplicationBootstrap();
      jest.advanceTimersByTime(31_000);
      await watch.onApplicationShutdown();
      expect(looks).toBe(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('are read by administrators and auditors of the top unit, paged, and by nobody else', async () => {
    await eventWaits(11);
    await sql(`UPDATE timetable_run SET last_run_at = now() - interval '4 minutes'`);
    await look();
    const list = async (username: string, query = '') => (await par.signIn(username)).get(`/alarms?${query}`);
    const { body } = await list('auditor', 'count=true&open=true');
    expect(body.count).toBe(2);
    expect(body.items.map(({ kind }: any) => kind).sort()).toEqual(['outbox_late', 'worker_silent']);
    expect(body.items.find(({ kind }: any) => kind === 'outbox_late')).toMatchObject({
      titleVi: 'Sự kiện chưa được chuyển tiếp (outbox)',
      count: 1,
      jobs: [],
      endedAt: null,
    });
    const first = (await list('admin', 'limit=1')).body;
    const second = (await list('admin', `limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual((await list('admin')).body.items);
    expect((await list('admin', 'open=false')).body.items).toEqual([]);
    expect((await list('local')).body.items).toEqual([]);
    expect((await list('leader')).status).toBe(403);
    expect((await par.http.get('/alarms')).status).toBe(401);
  });

  it('tell of a Redis that does not answer, and what it hides stays as it was until it is back', async () => {
    await sql(`UPDATE timetable_run SET last_run_at = now() - interval '4 minutes'`);
    await look();
    await redis.kill();
    await minutesPass(6);
    await look();
    const kinds = async () =>
      (await sql('SELECT kind FROM alarm WHERE ended_at IS NULL ORDER BY kind')).map((row: any) => row.kind);
    expect(await kinds()).toEqual(['queue_unreachable', 'worker_silent']);
    await redis.startAgain();
    await minutesPass(6);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await look();
    expect(await kinds()).toEqual(['worker_silent']);
  });
});
