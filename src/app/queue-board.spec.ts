import { uuidv7 } from 'uuidv7';
import type { HttpClient } from '../../test/support/http-client';
import { addPerson } from '../../test/support/people';
import { openPar, type Par } from '../../test/support/par';
import { RedisServer } from '../../test/support/redis-server';
import { defineJob } from '../platform/queue/job';
import { Jobs } from '../platform/queue/jobs';

const ring = defineJob('test.ring');

describe('the queue board', () => {
  let par: Par;
  let redis: RedisServer;
  let admin: HttpClient;

  beforeAll(async () => {
    redis = await RedisServer.start();
    par = await openPar('empty', { REDIS_URL: redis.url });
    const [top, below] = [uuidv7(), uuidv7()];
    await par.database.query(
      `INSERT INTO unit (id, code, name_vi, name_en, level, parent_id) VALUES ($1, 'T', 'T', 'T', 'province', NULL), ($2, 'D', 'D', 'D', 'department', $1)`,
      [top, below],
    );
    await addPerson(par, { username: 'admin', unitId: top, role: 'admin' });
    await addPerson(par, { username: 'local', unitId: below, role: 'admin' });
    await addPerson(par, { username: 'auditor', unitId: top, role: 'auditor' });
    admin = await par.signIn('admin');
  });
  afterAll(async () => {
    await par.close();
    await redis.end();
  });

  const BOARD = '/admin/queues';
  const parts = (page: string) =>
    [...page.matchAll(/(?:src|href)="(static[^"]+)"/g)].map(([, path]) => `${BOARD}/${path}`);

  it('shows the page, its parts and the jobs to an administrator of the top unit', async () => {
    const page = await admin.get(BOARD);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(parts(page.text).length).toBeGreaterThan(3);
    for (const part of parts(page.text)) expect([part, (await admin.get(part)).status]).toEqual([part, 200]);
    await par.app.get(Jobs).add(ring, {}, 'recurring');
    const queues = (await admin.get(`${BOARD}/api/queues?activeQueue=par&page=1&jobsPerPage=10`)).body;
    expect(queues.queues[0].jobs.map(({ id }: { id: string }) => id)).toEqual(['test.ring:recurring']);
  });

  it('asks nothing of any other server', async () => {
    expect((await admin.get(BOARD)).text).not.toMatch(/https?:/);
  });

  it('opens neither page nor part to anybody else', async () => {
    const addresses = [
      BOARD,
      `${BOARD}/queue/par`,
      `${BOARD}/api/queues`,
      ...parts((await admin.get(BOARD)).text),
    ];
    const [local, auditor] = [await par.signIn('local'), await par.signIn('auditor')];
    for (const address of addresses) {
      const statuses = await Promise.all(
        [par.http, local, auditor].map(async (who) => (await who.get(address)).status),
      );
      expect([address, ...statuses]).toEqual([address, 401, 403, 403]);
    }
  });

  it('can be read by a program with a token', async () => {
    const { token } = (await admin.post('/tokens', { name: 'watch', expiresInDays: 1 })).body;
    expect(
      (await par.http.with({ authorization: `Bearer ${token}` }).get(`${BOARD}/api/queues`)).status,
    ).toBe(200);
  });

  it('changes nothing', async () => {
    for (const act of ['pause', 'empty', 'clean/completed', 'retry/failed', 'obliterate'])
      expect([act, (await admin.send('PUT', `${BOARD}/api/queues/par/${act}`)).status]).toEqual([act, 404]);
    expect((await admin.get(`${BOARD}/api/queues?activeQueue=par`)).body.queues[0].readOnlyMode).toBe(true);
  });

  it('climbs no further than its own folder', async () => {
    for (const path of [
      'static/../index.ejs',
      'static/%2e%2e/index.ejs',
      'static/..%2f..%2f..%2fpackage.json',
    ])
      expect((await admin.get(`${BOARD}/${path}`)).status).toBeGreaterThanOrEqual(400);
  });

  it('says so while Redis is away', async () => {
    await redis.kill();
    const { status, body } = await admin.get(`${BOARD}/api/queues`);
    expect([status, body.code]).toEqual([503, 'unavailable']);
  });
});
