import { uuidv7 } from 'uuidv7';
import { eventually } from '../../../test/support/eventually';
import { FollowedInbox } from '../../../test/support/followed-inbox';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';
import { RealConnection } from '../../../test/support/real-connection';
import { liveLooks } from './live-metrics';
import { LivePace } from './live-pace';

describe('a live inbox', () => {
  let par: Par;
  let [an, binh] = ['', ''];
  let [first, second]: RealConnection[] = [];
  const opened: FollowedInbox[] = [];

  beforeAll(async () => {
    par = await openPar('empty');
    const unit = await addUnit(par.database, 'T');
    an = await addPerson(par, { username: 'an', unitId: unit, role: 'officer' });
    binh = await addPerson(par, { username: 'binh', unitId: unit, role: 'officer' });
    Object.assign(par.app.get(LivePace), { heartbeat: 200, slowLook: 400 });
    first = await RealConnection.open(par, 'an');
    second = await RealConnection.open(par, 'binh');
  });

  afterAll(() => par.close());

  afterEach(async () => {
    opened.splice(0).forEach((page) => page.close());
    await par.database.query('DELETE FROM notification');
    // The server has seen each page go.
    await eventually(async () => (await follow(first)).last !== undefined);
    opened.splice(0).forEach((page) => page.close());
  });

  async function follow(connection: RealConnection, headers = {}): Promise<FollowedInbox> {
    const page = await FollowedInbox.open(connection, headers);
    opened.push(page);
    await eventually(async () => page.last !== undefined || page.answer.statusCode !== 200);
    return page;
  }

  async function tell(userId: string, title: string, shownAt = 'now()'): Promise<string> {
    const id = uuidv7();
    await par.database.query(
      `INSERT INTO notification (id, recipient_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
       VALUES ($1, $2, 'overdue', $3, $3, '…', '…', now(), ${shownAt})`,
      [id, userId, title],
    );
    return id;
  }

  it('shows the inbox at once and each change of it, to its own person only', async () => {
    await tell(an, 'cũ');
    const [mine, other] = [await follow(first), await follow(second)];
    expect(mine.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': expect.any(String),
      'x-content-type-options': 'nosniff',
    });
    expect(mine.answer.headers).not.toHaveProperty('content-encoding');
    expect(mine.text).toMatch(/^retry: \d{4}\n\n/);
    expect([mine.last?.unreadCount, mine.titles(), other.last?.unreadCount]).toEqual([1, ['cũ'], 0]);

    await tell(an, 'mới');
    await eventually(async () => mine.pictures.length === 2);
    expect([mine.last?.unreadCount, mine.titles()]).toEqual([2, ['mới', 'cũ']]);
    const { items } = (await (await first.fetch('/notifications?unread=true')).json()) as {
      items: unknown[];
    };
    expect(mine.last?.newest).toEqual(items);
    await tell(binh, 'của Bình');
    await eventually(async () => other.pictures.length === 2);
    expect(other.titles()).toEqual(['của Bình']);
    expect(mine.text + (await follow(first)).text).not.toContain('Bình');
    expect(mine.pictures).toHaveLength(2);
  });

  it('what is read in one page is seen in the other, and what is put off', async () => {
    const [read, later] = [await tell(an, 'đọc'), await tell(an, 'để sau')];
    const page = await follow(first);
    await first.fetch(`/notifications/${read}/read`, { method: 'POST' });
    await eventually(async () => page.titles().join() === 'để sau');
    const until = new Date(par.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
    await first.fetch(`/notifications/${later}/snooze`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ until }),
    });
    await eventually(async () => page.last?.unreadCount === 0);
  });

  it('shows what was put off when its moment comes, though nobody notifies of that', async () => {
    const page = await follow(first);
    await tell(an, 'tới giờ', `now() + interval '700 ms'`);
    await eventually(async () => page.titles().join() === 'tới giờ', 5);
  });

  it('is not for nobody, and at most five pages of one person', async () => {
    expect((await fetch(`${first.base}/notifications/stream`)).status).toBe(401);
    for (let n = 0; n < 5; n++) await follow(first);
    const refused = await first.fetch('/notifications/stream');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      429,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await refused.json()).toMatchObject({ code: 'live.too_many' });
    expect((await follow(second)).answer.statusCode).toBe(200);
    opened[0].close();
    await eventually(async () => (await follow(first)).answer.statusCode === 200);
  });

  it('is bounded for the whole process', async () => {
    const pace = par.app.get(LivePace);
    const before = pace.ofAll;
    pace.ofAll = 1;
    await follow(first);
    const refused = await second.fetch('/notifications/stream');
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'live.full']);
    pace.ofAll = before;
  });

  it('asked for by HEAD, ends at once and keeps no place', async () => {
    for (let n = 0; n < 6; n++) {
      expect((await first.fetch('/notifications/stream', { method: 'HEAD' })).status).toBe(200);
    }
  });

  it('lives on heartbeats, and ends soon after the session does', async () => {
    const own = await RealConnection.open(par, 'binh');
    const page = await follow(own);
    await eventually(async () => page.text.split(': still here\n\n').length > 3);
    await own.fetch('/session', { method: 'DELETE' });
    await eventually(async () => page.ended, 5);
    expect((await own.fetch('/notifications/stream')).status).toBe(401);
  });

  it('ends soon after its person is no longer active, also for a program', async () => {
    const { token } = (await (
      await second.fetch('/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Máy', expiresInDays: 1 }),
      })
    ).json()) as { token: string };
    const page = await follow(second, { authorization: `Bearer ${token}` });
    await par.database.query('UPDATE app_user SET active = false WHERE id = $1', [binh]);
    await eventually(async () => page.ended, 5);
    await par.database.query('UPDATE app_user SET active = true WHERE id = $1', [binh]);
  });

  it('a thousand notifications in a burst cost few queries', async () => {
    const pace = par.app.get(LivePace);
    pace.betweenLooks = 1_000;
    const pages = [await follow(first), await follow(second)];
    const looks = async () => (await liveLooks.get()).values[0].value;
    const [before, begun] = [await looks(), performance.now()];
    // One after the other: a thousand at once would keep the looks themselves waiting for a connection.
    for (let n = 0; n < 1000; n++) await tell(n % 2 ? an : binh, `tin ${n}`);
    await eventually(async () => pages.every((page) => page.last?.unreadCount === 500));
    const [cost, seconds] = [(await looks()) - before, (performance.now() - begun) / 1000];
    expect(cost).toBeLessThanOrEqual(seconds + 2);
    expect(pages[0].pictures.length).toBeLessThanOrEqual(seconds + 3);
    pace.betweenLooks = 250;
  });
});
