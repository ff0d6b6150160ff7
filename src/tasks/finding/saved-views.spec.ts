import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';

describe('saved views', () => {
  let par: Par;
  let officer: HttpClient;
  let other: HttpClient;

  beforeAll(async () => {
    par = await openPar('sample');
    officer = await par.signIn('officer-snv');
    other = await par.signIn('committee');
  });

  afterAll(() => par.close());
  afterEach(() => par.database.query('DELETE FROM saved_view'));

  const save = (name: string, filter: unknown = {}, client = officer) =>
    client.post('/saved-views', { name, filter });
  const names = async (client: HttpClient) =>
    (await client.get('/saved-views')).body.items.map((view: { name: string }) => view.name);

  it('are kept as given, and their filter finds the same tasks when it is sent', async () => {
    const filter = { cell: 'overdue', relation: 'my_unit', q: 'kế hoạch', hasEvidence: false, sort: '-due' };
    const saved = await save('Quá hạn của đơn vị', filter);
    expect([saved.status, saved.headers.etag]).toEqual([201, '"1"']);
    expect(saved.body).toEqual({
      id: expect.any(String),
      name: 'Quá hạn của đơn vị',
      filter,
      createdAt: par.clock.now().toISOString(),
      version: 1,
    });
    const { body } = await officer.get(`/saved-views/${saved.body.id}`);
    expect(body).toEqual(saved.body);
    const query = Object.entries(body.filter)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
      .join('&');
    expect((await officer.get(`/tasks?${query}`)).status).toBe(200);
  });

  it('come in Vietnamese order', async () => {
    for (const name of ['Đôn đốc', 'Việc của tôi', 'Dân vận', 'Ấn phẩm', 'Điểm', 'An ninh']) await save(name);
    const sorted = ['An ninh', 'Ấn phẩm', 'Dân vận', 'Điểm', 'Đôn đốc', 'Việc của tôi'];
    expect(await names(officer)).toEqual(sorted);
    const { body } = await officer.get('/saved-views?limit=4&count=true');
    expect([body.items.length, body.count]).toEqual([4, 6]);
    const rest = (await officer.get(`/saved-views?limit=4&cursor=${body.nextCursor}`)).body;
    expect(rest.items.map((view: { name: string }) => view.name)).toEqual(sorted.slice(4));
  });

  it('have names of their own, however they are typed; those of another person are free', async () => {
    await save('Quá hạn');
    const again = await save(`  ${'Quá hạn'.normalize('NFD')} `);
    expect([again.status, again.body.code]).toEqual([409, 'saved_view.name_taken']);
    expect((await save('Quá hạn', {}, other)).status).toBe(201);
    const second = (await save('Sắp đến hạn')).body;
    const renamed = await officer
      .with({ 'if-match': '"1"' })
      .patch(`/saved-views/${second.id}`, { name: 'Quá hạn' });
    expect([renamed.status, await names(officer)]).toEqual([409, ['Quá hạn', 'Sắp đến hạn']]);
  });

  it('change by version: the second of two writers is told, and what is left out stays', async () => {
    const view = (await save('Việc', { state: 'submitted' })).body;
    const change = (body: object) =>
      officer.with({ 'if-match': '"1"' }).patch(`/saved-views/${view.id}`, body);
    const first = await change({ name: 'Chờ xác nhận' });
    expect(first.body).toEqual({ ...view, name: 'Chờ xác nhận', version: 2 });
    const stale = await change({ filter: {} });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    expect((await officer.patch(`/saved-views/${view.id}`, {})).status).toBe(428);
    const second = await officer.with({ 'if-match': '"2"' }).patch(`/saved-views/${view.id}`, { filter: {} });
    expect(second.body).toEqual({ ...view, name: 'Chờ xác nhận', filter: {}, version: 3 });
  });

  it.each([
    ['an unknown field', { colour: 'red' }, 'filter.colour'],
    ['a page', { limit: 5 }, 'filter.limit'],
    ['an id that is none', { planId: 'x' }, 'filter.planId'],
    ['an unknown cell', { cell: 'late' }, 'filter.cell'],
    ['a day that does not exist', { dueTo: '2026-02-30' }, 'filter.dueTo'],
    ['no filter', undefined, 'filter'],
    ['null', null, 'filter'],
    ['a list', [], 'filter'],
    ['text', 'q=x', 'filter'],
  ])('refuse %s', async (_, filter, path) => {
    const { status, body } = await officer.post('/saved-views', { name: 'Sai', filter });
    expect([status, body.errors?.[0].path]).toEqual([400, path]);
    expect(await names(officer)).toEqual([]);
  });

  it('of another person are not found, by any door', async () => {
    const { id } = (await save('Riêng')).body;
    expect(await names(other)).toEqual([]);
    const answers = [
      await other.get(`/saved-views/${id}`),
      await other.with({ 'if-match': '"1"' }).patch(`/saved-views/${id}`, { name: 'x' }),
      await other.delete(`/saved-views/${id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await officer.delete(`/saved-views/${id}`)).status).toBe(204);
    expect((await officer.get(`/saved-views/${id}`)).status).toBe(404);
    expect((await officer.delete(`/saved-views/${id}`)).status).toBe(404);
  });

  it('are fifty a person, also when the last ones are saved at once', async () => {
    for (let n = 0; n < 47; n += 1) await save(`Danh sách ${n}`);
    const racing = await Promise.all(Array.from({ length: 6 }, (_, n) => save(`Cùng lúc ${n}`)));
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409]);
    expect((await save('Một nữa')).body.code).toBe('saved_view.too_many');
    expect(await names(officer)).toHaveLength(50);
  });

  it('the same name sent at once is saved once; one key makes one view', async () => {
    const racing = await Promise.all(Array.from({ length: 5 }, () => save('Trùng')));
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const keyed = officer.with({ 'idempotency-key': 'view-1' });
    const twice = await Promise.all([save('Một lần', {}, keyed), save('Một lần', {}, keyed)]);
    expect(twice[0].body).toEqual(twice[1].body);
    expect(await names(officer)).toEqual(['Một lần', 'Trùng']);
  });
});
