import { eventually } from '../../../test/support/eventually';
import { addPerson, addUnit } from '../../../test/support/people';
import type { Answer, HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { defaultChoice, dutyKinds } from './letter-choices';

const TODAY = '2030-06-03';

describe('telling preferences', () => {
  let par: Par;
  let an: HttpClient;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set(TODAY);
    const province = await addUnit(par.database, 'T');
    const here = await addUnit(par.database, 'T.A', province);
    const there = await addUnit(par.database, 'T.B', province);
    const add = async (username: string, unitId: string, role?: 'officer' | 'leader' | 'admin' | 'auditor') =>
      (ids[username] = await addPerson(par, { username, unitId, role }));
    for (const name of ['an', 'binh', 'chi', 'gone']) await add(name, here, 'officer');
    await add('auditor', here, 'auditor');
    await add('stranger', there, 'officer');
    for (const name of ['leader', 'vice']) await add(name, province, 'leader');
    await add('admin', province, 'admin');
    await add('local-admin', here, 'admin');
    await par.database.query('UPDATE app_user SET active = false WHERE id = $1', [ids.gone]);
    an = await par.signIn('an');
  });

  afterAll(() => par.close());

  const put = (who: HttpClient, version: number, body: object, path = '/telling-preferences') =>
    who.with({ 'if-match': `"${version}"` }).put(path, body);
  const faults = ({ status, body }: Answer) => [
    status,
    ...(body.errors ?? []).map((fault: { path: string; code: string }) => `${fault.path} ${fault.code}`),
  ];

  it('are the defaults, complete and of version 0, for whoever chose nothing', async () => {
    const { body, headers } = await an.get('/telling-preferences');
    expect(body).toEqual({
      digestHour: 8,
      quietHours: null,
      letters: defaultChoice,
      defaults: defaultChoice,
      duty: dutyKinds,
      webhook: true,
      weeklyReview: true,
      absence: null,
      version: 0,
    });
    expect(headers.etag).toBe('"0"');
    expect((await par.http.get('/telling-preferences')).status).toBe(401);
  });

  it('are changed part by part, kept as what differs from the defaults, and recorded', async () => {
    const chosen = await put(an, 0, {
      digestHour: 6,
      quietHours: { from: 22, to: 6 },
      letters: { mentioned: 'none', overdue: 'at_once', due_soon: 'digest' },
    });
    expect(chosen.body).toMatchObject({
      version: 1,
      digestHour: 6,
      quietHours: { from: 22, to: 6 },
      webhook: true,
      weeklyReview: true,
    });
    expect(chosen.body.letters).toEqual({ ...defaultChoice, mentioned: 'none', overdue: 'at_once' });
    const back = await put(an, 1, { letters: { overdue: 'digest' }, webhook: false });
    expect(back.body).toMatchObject({
      version: 2,
      digestHour: 6,
      webhook: false,
      letters: { mentioned: 'none' },
    });
    expect(await par.database.query('SELECT letters FROM telling_preference')).toEqual([
      { letters: { mentioned: 'none' } },
    ]);
    const entries = await par.database.query(
      `SELECT subject_id AS id, changes FROM journal_entry WHERE act = 'telling_preference.changed' ORDER BY id`,
    );
    expect(entries[1]).toEqual({
      id: ids.an,
      changes: {
        letters: [{ mentioned: 'none', overdue: 'at_once' }, { mentioned: 'none' }],
        webhook: [true, false],
      },
    });
    expect((await put(an, 2, { webhook: false })).body.version).toBe(2);
    expect(
      (await put(an, 2, { quietHours: null, letters: { mentioned: 'at_once' }, webhook: true })).body,
    ).toMatchObject({
      quietHours: null,
      letters: defaultChoice,
      version: 3,
    });
  });

  it('are refused whole, with where and why, when something of them is wrong', async () => {
    const before = (await an.get('/telling-preferences')).body;
    const refused = async (body: object) => faults(await put(an, 3, body));
    expect((await an.put('/telling-preferences', { digestHour: 9 })).status).toBe(428);
    expect((await put(an, 2, { digestHour: 9 })).status).toBe(412);
    expect(await refused({ digestHour: 4 })).toEqual([400, 'digestHour min']);
    expect(await refused({ quietHours: { from: 22, to: 22 } })).toEqual([400, 'quietHours.to same']);
    expect(await refused({ quietHours: { from: 22 } })).toEqual([400, 'quietHours.to isInt']);
    expect(await refused({ letters: { unknown_kind: 'none' } })).toEqual([
      400,
      'letters.unknown_kind whitelistValidation',
    ]);
    expect(await refused({ letters: { assigned: 'never' } })).toEqual([400, 'letters.assigned isIn']);
    for (const kind of dutyKinds) {
      expect(await refused({ digestHour: 9, letters: { [kind]: 'none' } })).toEqual([
        400,
        `letters.${kind} duty`,
      ]);
    }
    const { body } = await put(an, 3, { letters: { overdue: 'none' } });
    expect(body.errors[0].message).toMatch(/^Nhiệm vụ không cho phép tắt /);
    expect((await an.get('/telling-preferences')).body).toEqual(before);
  });

  it('an absence has an end to come, and at most 180 days', async () => {
    const refused = async (from: string, to: string) => faults(await put(an, 3, { absence: { from, to } }));
    expect(await refused('2030-06-05', '2030-06-04')).toEqual([400, 'absence.to before']);
    expect(await refused('2030-05-01', '2030-06-02')).toEqual([400, 'absence.to past']);
    expect(await refused('2030-06-03', '2030-11-30')).toEqual([400, 'absence.to too_long']);
    expect(await refused('2030-06-03', '2030-06-31')).toEqual([400, 'absence.to isDay']);
    const { body } = await put(an, 3, { absence: { from: '2030-05-01', to: TODAY } });
    expect(body.absence).toEqual({ from: '2030-05-01', to: TODAY, deputy: null });
    expect((await put(an, 4, { absence: { from: '2030-06-03', to: '2030-11-29' } })).status).toBe(200);
    expect((await put(an, 5, { absence: null })).body.absence).toBeNull();
  });

  it('a deputy is active, somebody else, and may read all that the absent one is told of', async () => {
    const days = { from: '2030-07-01', to: '2030-07-10' };
    const asked = (who: HttpClient, version: number, deputy: string) =>
      put(who, version, { absence: { ...days, deputyId: deputy } });
    const nobody = '01890000-0000-7000-8000-0000000000ff';
    expect(faults(await asked(an, 6, ids.an))).toEqual([400, 'absence.deputyId self']);
    for (const unfit of [ids.gone, ids.stranger, ids.auditor, nobody]) {
      expect(faults(await asked(an, 6, unfit))).toEqual([400, 'absence.deputyId unfit']);
    }
    expect((await asked(an, 6, ids.leader)).body.absence.deputy.displayName).toBe('leader');
    expect((await asked(an, 7, ids.binh.toUpperCase())).body.absence).toEqual({
      ...days,
      deputy: { id: ids.binh, displayName: 'binh' },
    });
    // Who stands over the whole province is stood in for by one who does, not by an officer of a part.
    const leader = await par.signIn('leader');
    expect(faults(await asked(leader, 0, ids.binh))).toEqual([400, 'absence.deputyId unfit']);
    expect((await asked(leader, 0, ids.vice)).status).toBe(200);
  });

  it('two do not stand in for each other on the same day', async () => {
    const binh = await par.signIn('binh');
    const asked = (from: string, to: string) => put(binh, 0, { absence: { from, to, deputyId: ids.an } });
    expect(faults(await asked('2030-07-10', '2030-07-12'))).toEqual([400, 'absence.deputyId circle']);
    expect(faults(await asked('2030-06-20', '2030-07-01'))).toEqual([400, 'absence.deputyId circle']);
    expect((await asked('2030-07-11', '2030-07-12')).status).toBe(200);
  });

  it('two who name each other at the same moment are not both heard', async () => {
    const [leader, vice] = [await par.signIn('leader'), await par.signIn('vice')];
    await put(leader, 1, { absence: null });
    const days = { from: '2030-08-01', to: '2030-08-02' };
    // Held until both have come as far as they can.
    const answers = await par.database.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE', [ids.vice]);
      const both = Promise.all([
        put(leader, 2, { absence: { ...days, deputyId: ids.vice } }),
        put(vice, 0, { absence: { ...days, deputyId: ids.leader } }),
      ]);
      await eventually(async () => {
        const [{ waiting }] = await par.database.query(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return waiting === 2;
      });
      return { both };
    });
    expect((await answers.both).map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('whom I stand in for is listed, the soonest first, until it is over', async () => {
    const binh = await par.signIn('binh');
    const chi = await par.signIn('chi');
    await put(chi, 0, { absence: { from: '2030-06-10', to: '2030-06-11', deputyId: ids.binh } });
    const first = await binh.get('/telling-preferences/deputising?limit=1&count=true');
    expect(first.body).toMatchObject({
      count: 2,
      items: [{ person: { id: ids.chi, displayName: 'chi' }, from: '2030-06-10', to: '2030-06-11' }],
    });
    const second = await binh.get(`/telling-preferences/deputising?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ nextCursor: null, items: [{ person: { id: ids.an } }] });
    par.clock.set('2030-06-12');
    const [binhLater, chiLater] = [await par.signIn('binh'), await par.signIn('chi')];
    expect((await binhLater.get('/telling-preferences/deputising')).body.items).toHaveLength(1);
    // What is over is not shown, nor judged when a page sends it back with something else.
    expect((await chiLater.get('/telling-preferences')).body.absence).toBeNull();
    const again = { from: '2030-06-10', to: '2030-06-11', deputyId: ids.binh };
    expect((await put(chiLater, 1, { webhook: false, absence: again })).status).toBe(200);
    par.clock.set(TODAY);
  });

  it('an administrator says it for a person who cannot, not for one with a role elsewhere', async () => {
    const path = `/telling-preferences/${ids.chi}/absence`;
    const [admin, local, stranger] = [
      await par.signIn('admin'),
      await par.signIn('local-admin'),
      await par.signIn('stranger'),
    ];
    const body = { absence: { from: TODAY, to: '2030-06-30', deputyId: ids.binh } };
    expect((await put(an, 2, body, path)).status).toBe(403);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await put(local, 2, {}, path)).status).toBe(400);
    expect((await local.put(path, body)).status).toBe(428);
    const set = await put(local, 2, body, path);
    expect(set.body).toMatchObject({
      person: { id: ids.chi },
      absence: { deputy: { id: ids.binh } },
      version: 3,
    });
    expect((await an.get(path)).body).toEqual(set.body);
    const [entry] = await par.database.query(
      `SELECT actor_id AS by FROM journal_entry WHERE act = 'telling_preference.changed' AND subject_id = $1 ORDER BY id DESC`,
      [ids.chi],
    );
    expect(entry.by).not.toBe(ids.chi);
    // A role elsewhere: who administers a part has no say over it.
    await par.database.query(
      `INSERT INTO role_grant (id, user_id, role, unit_id) SELECT uuid_v7(), $1, 'officer', unit_id FROM app_user WHERE id = $2`,
      [ids.chi, ids.stranger],
    );
    expect((await put(local, 3, { absence: null }, path)).status).toBe(403);
    expect((await put(admin, 3, { absence: null }, path)).body).toMatchObject({ absence: null, version: 4 });
    expect((await put(local, 0, body, `/telling-preferences/${ids.stranger}/absence`)).status).toBe(404);
  });
});
