import type { HttpClient } from '../../../test/support/http-client';
import { openPar, TEST_PASSWORD, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

describe('people', () => {
  let par: Par;
  const unit: Record<string, string> = {};
  const person: Record<string, string> = {};
  const as: Record<string, HttpClient> = {};

  beforeAll(async () => {
    par = await openPar('empty');
    unit.province = await addUnit(par.database, '20');
    unit.snv = await addUnit(par.database, 'LS-SNV', unit.province);
    unit.office = await addUnit(par.database, 'LS-SNV-1', unit.snv);
    unit.stc = await addUnit(par.database, 'LS-STC', unit.province);
    for (const [username, at, role, displayName] of [
      ['admin', 'province', 'admin', 'Nguyễn Văn Ảnh'],
      ['snv-admin', 'snv', 'admin', 'Đàm Thị Bình'],
      ['snv-officer', 'snv', 'officer', 'Đặng Văn Cường'],
      ['office-officer', 'office', 'officer', 'Bế Văn Đức'],
      ['stc-officer', 'stc', 'officer', 'Ân Thị Em'],
      ['auditor', 'stc', 'auditor', 'Anh Văn Phú'],
    ] as const) {
      const roleUnitId = role === 'auditor' ? unit.province : unit[at];
      person[username] = await addPerson(par, { username, unitId: unit[at], role, roleUnitId, displayName });
      as[username] = await par.signIn(username);
    }
  });

  afterAll(() => par.close());

  const names = async (client: HttpClient, query = '') =>
    (await client.get(`/users?limit=200${query}`)).body.items.map(
      (row: { username: string }) => row.username,
    );

  it.each([
    ['admin', 6],
    ['auditor', 6],
    ['snv-admin', 3],
    ['snv-officer', 3],
    ['office-officer', 1],
    ['stc-officer', 2],
  ])('are seen by %s in the own subtree only: %i', async (username, visible) => {
    const list = await as[username].get('/users?count=true&limit=1');
    expect(list.body.count).toBe(visible);
    expect(await names(as[username])).toHaveLength(visible);
    const outside = username.startsWith('stc') ? person['snv-officer'] : person['stc-officer'];
    expect((await as[username].get(`/users/${outside}`)).status).toBe(visible === 6 ? 200 : 404);
  });

  it('are listed in Vietnamese order, page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await as.admin.get(`/users?limit=4${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map((row: { displayName: string }) => row.displayName));
      cursor = page.body.nextCursor ?? '';
    } while (cursor);
    const expected = [
      'Anh Văn Phú',
      'Ân Thị Em',
      'Bế Văn Đức',
      'Đàm Thị Bình',
      'Đặng Văn Cường',
      'Nguyễn Văn Ảnh',
    ];
    expect(seen).toEqual(expected);
    const forged = Buffer.from('["a","b"]').toString('base64url');
    expect((await as.admin.get(`/users?cursor=${forged}`)).status).toBe(400);
  });

  it('are found by part of a name without diacritics, unit, subtree and role', async () => {
    expect(await names(as.admin, '&q=dang+van')).toEqual(['snv-officer']);
    expect(await names(as.admin, '&q=%25')).toEqual([]);
    expect(await names(as.admin, `&unitId=${unit.snv}`)).toEqual(['snv-admin', 'snv-officer']);
    expect(await names(as.admin, `&within=${unit.snv}`)).toHaveLength(3);
    expect(await names(as.admin, '&role=auditor')).toEqual(['auditor']);
    expect(await names(as['stc-officer'], `&within=${unit.province}`)).toHaveLength(2);
    expect(await names(as.admin, '&active=false')).toEqual([]);
  });

  it('are created only where the caller administers', async () => {
    const body = {
      username: 'moi',
      displayName: 'Hoàng Văn Mới',
      unitId: unit.office,
      password: TEST_PASSWORD,
    };
    expect((await par.http.post('/users', body)).status).toBe(401);
    expect((await as['snv-officer'].post('/users', body)).status).toBe(403);
    const outside = await as['snv-admin'].post('/users', { ...body, unitId: unit.stc });
    expect([outside.status, outside.body.errors[0].path]).toEqual([400, 'unitId']);
    const created = await as['snv-admin'].post('/users', body);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      username: 'moi',
      unit: { code: 'LS-SNV-1' },
      active: true,
      grants: [],
    });
    expect(created.body.abilities).toEqual(['edit', 'grant', 'setPassword']);
    await par.signIn('moi');
    const twice = await as.admin.post('/users', { ...body, username: 'MOI' });
    expect([twice.status, twice.body.errors[0].path]).toEqual([409, 'username']);
  });

  it('are changed with the version read, and by nobody outside their administration', async () => {
    const path = `/users/${person['office-officer']}`;
    const { headers } = await as['snv-admin'].get(path);
    const current = as['snv-admin'].with({ 'if-match': String(headers.etag) });
    const changed = await current.patch(path, { position: 'Phó Trưởng phòng', unitId: unit.snv });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      position: 'Phó Trưởng phòng',
      unit: { code: 'LS-SNV' },
      version: 2,
    });
    expect((await current.patch(path, { position: 'X' })).status).toBe(412);
    expect((await as['snv-admin'].patch(path, { position: 'X' })).status).toBe(428);
    const away = as['snv-admin'].with({ 'if-match': '"2"' });
    expect((await away.patch(path, { unitId: unit.stc })).body.errors[0].path).toBe('unitId');
    expect((await away.patch(`/users/${person['stc-officer']}`, { position: 'X' })).status).toBe(404);
    const [entry] = await par.database.query(
      "SELECT changes, unit_id FROM journal_entry WHERE act = 'user.changed' ORDER BY id DESC LIMIT 1",
    );
    expect(entry.unit_id).toBe(unit.office);
    expect(entry.changes).toEqual({ position: [null, 'Phó Trưởng phòng'], unitId: [unit.office, unit.snv] });
  });

  it('who leave lose sessions and tokens', async () => {
    const id = await addPerson(par, { username: 'roi.di', unitId: unit.stc, role: 'officer' });
    const leaving = await par.signIn('roi.di');
    const { token } = (await leaving.post('/tokens', { name: 'x', expiresInDays: 9 })).body;
    const admin = as.admin.with({ 'if-match': '"1"' });
    expect((await admin.patch(`/users/${id}`, { active: false })).body.active).toBe(false);
    await admin.with({ 'if-match': '"2"' }).patch(`/users/${id}`, { active: true });
    expect((await leaving.get('/session')).status).toBe(401);
    expect((await par.http.with({ authorization: `Bearer ${token}` }).get('/session')).status).toBe(401);
  });
});
