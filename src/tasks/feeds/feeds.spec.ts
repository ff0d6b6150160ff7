import { symbols, type Logger } from 'pino';
import { openFeedScene, type FeedScene } from '../../../test/support/feed-scene';
import { parseIcs } from '../../../test/support/ics';

describe('private addresses of deadlines', () => {
  let scene: FeedScene;

  beforeAll(async () => {
    scene = await openFeedScene({ LOG_LEVEL: 'fatal' });
  });

  afterAll(() => scene.par.close());
  beforeEach(() => query('DELETE FROM deadline_feed'));

  const query = (sql: string, parameters: unknown[] = []) => scene.par.database.query(sql, parameters);
  const secretIn = (path: string) => /([\w-]+)\.ics$/.exec(path)![1];
  const feedIds = async () =>
    (await scene.officer.get('/deadline-feeds')).body.items.map(({ id }: any) => id);

  it('are made with a secret of 256 bits that is shown once and kept as a hash', async () => {
    const { status, body } = await scene.officer.post('/deadline-feeds', { name: ' Điện thoại ' });
    expect([status, body.name, body.readOn]).toEqual([201, 'Điện thoại', null]);
    expect(body.url).toMatch(/^https:\/\/par\.example\.test\/api\/v1\/deadline-feeds\/[\w-]{43}\.ics$/);
    const { url, ...shown } = body;
    expect((await scene.officer.get('/deadline-feeds?count=true')).body).toEqual({
      ...{ items: [shown], nextCursor: null, count: 1 },
    });
    for (const table of ['deadline_feed', 'idempotent_request', 'journal_entry', 'outbox']) {
      const [{ text }] = await query(`SELECT coalesce(json_agg(t)::text, '') AS text FROM ${table} t`);
      expect(text).not.toContain(secretIn(url));
    }
    const acts = await query(`SELECT act, changes FROM journal_entry WHERE act LIKE 'feed.%'`);
    expect(acts).toEqual([{ act: 'feed.created', changes: { name: [null, 'Điện thoại'] } }]);
  });

  it('are read without signing in, as a calendar that its owner may keep', async () => {
    await scene.task('task', 1);
    const path = await scene.feed();
    const { status, headers, text } = await scene.read(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ]);
    expect(headers['set-cookie']).toBeUndefined();
    const { name, events, value } = parseIcs(text);
    expect([name, value('method'), events.length]).toEqual(['Việc của tôi', 'PUBLISH', 1]);
    expect([events[0].alarms, events[0].raw('transp')]).toEqual([['-P3D', '-P1D'], 'TRANSP:TRANSPARENT']);
    const quiet = parseIcs((await scene.read(`${path}?alarms=false&cb=123`)).text);
    expect(quiet.events[0].alarms).toEqual([]);
    // Elsewhere nothing changes: answers of the API are kept by nobody.
    expect((await scene.officer.get('/deadline-feeds')).headers['cache-control']).toBe('no-store');
    expect((await scene.read(`${path}x`)).headers['cache-control']).toBe('no-store');
  });

  it('answer 304 until something changes', async () => {
    const [id, path] = [await scene.task('tagged', 2), await scene.feed()];
    const { etag } = (await scene.read(path)).headers as { etag: string };
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const again = await scene.read(path, { 'if-none-match': known });
      expect([known, again.status, again.text, again.headers.etag]).toEqual([known, 304, '', etag]);
    }
    scene.par.clock.set(new Date(scene.par.clock.now().getTime() + 60_000));
    expect((await scene.read(path)).headers.etag).toBe(etag);
    await query(`UPDATE task SET title_vi = 'Đổi tên' WHERE id = $1`, [id]);
    const changed = await scene.read(path, { 'if-none-match': etag });
    expect([changed.status, changed.text.includes('Đổi tên')]).toEqual([200, true]);
  });

  it('are gone the moment they are revoked, for their owner alone to do, as often as he likes', async () => {
    const path = await scene.feed();
    const [id] = await feedIds();
    const head = await scene.par.signIn('head');
    expect((await head.delete(`/deadline-feeds/${id}`)).status).toBe(404);
    expect((await scene.read(path)).status).toBe(200);
    for (const _ of [1, 2]) expect((await scene.officer.delete(`/deadline-feeds/${id}`)).status).toBe(204);
    expect((await scene.read(path)).status).toBe(404);
    expect(await feedIds()).toEqual([]);
    const revoked = await query(`SELECT changes FROM journal_entry WHERE act = 'feed.revoked'`);
    expect(revoked).toEqual([{ changes: { name: ['Việc của tôi', null] } }]);
  });

  it('answer alike when they are wrong, revoked or of a person who has left, and never repeat the secret', async () => {
    const [left, revoked] = [await scene.feed(await scene.par.signIn('head')), await scene.feed()];
    await query('UPDATE app_user SET active = false WHERE id = $1', [scene.headId]);
    await query('UPDATE deadline_feed SET revoked_at = now() WHERE user_id = $1', [scene.officerId]);
    const wrong = '/api/v1/deadline-feeds/';
    const paths = [
      left,
      revoked,
      `${wrong}${'A'.repeat(43)}.ics`,
      `${wrong}x.ics`,
      `${wrong}${'B'.repeat(500)}.ics`,
      `${wrong}${secretIn(left)}`,
      `${wrong}..%2F.ics`,
    ];
    const answers = await Promise.all(paths.map((path) => scene.read(path)));
    for (const [n, { status, body, text, headers }] of answers.entries()) {
      expect([paths[n], status, body.code]).toEqual([paths[n], 404, 'not_found']);
      expect([headers.etag, text.includes(secretIn(left)), text.includes('AAAA')]).toEqual([
        undefined,
        false,
        false,
      ]);
    }
    const bodies = answers.map(({ body: { requestId: _, ...rest } }) => rest);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    await query('UPDATE app_user SET active = true WHERE id = $1', [scene.headId]);
    expect((await scene.read(left)).status).toBe(200);
  });

  it('note the day of reading, once a day', async () => {
    const path = await scene.feed();
    const readOn = async () => (await scene.officer.get('/deadline-feeds')).body.items[0].readOn;
    const version = async () => (await query('SELECT xmin::text AS v FROM deadline_feed'))[0].v;
    await scene.read(path);
    expect(await readOn()).toBe('2026-11-23');
    const written = await version();
    await scene.read(path);
    expect(await version()).toBe(written);
    const now = scene.par.clock.now();
    scene.par.clock.set('2026-11-24');
    await scene.read(path);
    scene.par.clock.set(now);
    expect([await readOn(), (await version()) === written]).toEqual(['2026-11-24', false]);
  });

  it('are five at most, also for one who asks for them all at once', async () => {
    const statuses = await Promise.all(
      Array.from(
        { length: 8 },
        async (_, n) => (await scene.officer.post('/deadline-feeds', { name: `${n}` })).status,
      ),
    );
    expect(statuses.sort()).toEqual([201, 201, 201, 201, 201, 409, 409, 409]);
    expect((await scene.officer.post('/deadline-feeds', { name: 'x' })).body.code).toBe('feed.too_many');
    const [first] = await feedIds();
    await scene.officer.delete(`/deadline-feeds/${first}`);
    expect((await scene.officer.post('/deadline-feeds', { name: 'x' })).status).toBe(201);
  });

  it('need a person who is signed in and a name of one line, and come once for one key', async () => {
    expect((await scene.par.http.post('/deadline-feeds', { name: 'x' })).status).toBe(401);
    const { token } = (await scene.officer.post('/tokens', { name: 't', expiresInDays: 1 })).body;
    const program = scene.par.http.with({ authorization: `Bearer ${token}` });
    expect((await program.post('/deadline-feeds', { name: 'x' })).body.code).toBe('session.needed');
    for (const name of ['', 'a\nb', 'a'.repeat(201), 5])
      expect((await scene.officer.post('/deadline-feeds', { name })).body.errors[0].path).toBe('name');
    const keyed = scene.officer.with({ 'idempotency-key': 'feed-1' });
    const [first, again] = [1, 2].map(() => keyed.post('/deadline-feeds', { name: 'Một lần' }));
    expect((await first).status + (await again).status).toBe(201 + 409);
    expect(await feedIds()).toHaveLength(1);
  });

  it('never come into the logs, not even when something fails', async () => {
    const log = scene.par.app.getHttpAdapter().getInstance().log as unknown as Logger;
    const lines: string[] = [];
    const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[symbols.streamSym];
    const written = jest.spyOn(stream, 'write').mockImplementation((line) => void lines.push(line));
    log.level = 'trace';
    const path = await scene.feed();
    await scene.read(path);
    await scene.read(`${path}/more`);
    await query('ALTER TABLE deadline_feed RENAME TO away');
    expect((await scene.read(path)).status).toBe(500);
    await query('ALTER TABLE away RENAME TO deadline_feed');
    log.error({ req: { method: 'GET', url: path, headers: {} } }, `Reply was already sent in "${path}"`);
    written.mockRestore();
    const told = lines.join('');
    expect(told).toContain('Reply was already sent in \\"/api/v1/deadline-feeds/[Redacted]');
    expect(told).not.toContain(secretIn(path));
  });
});
