import { DirectedScene } from '../../../test/support/directed-scene';

describe('the people who may read a task', () => {
  let scene: DirectedScene;
  let task: string;

  beforeAll(async () => {
    scene = await DirectedScene.open();
    task = await scene.task('NV-1');
    const names = {
      above: 'An Mai',
      officer: 'Ân Đức',
      leader: 'Dương Bảo',
      committee: 'Đỗ Ân',
      auditor: 'Đỗ Ân',
    };
    for (const [username, name] of Object.entries(names))
      await scene.par.database.query(
        `UPDATE app_user SET display_name = $2, position = CASE WHEN username = 'officer' THEN 'Chuyên viên 100%' END WHERE username = $1`,
        [username, name],
      );
  });

  afterAll(() => scene.close());

  const people = async (query = '', of = task) =>
    (await scene.clients.committee.get(`/tasks/${of}/people?${query}`)).body;
  const names = async (query: string) => (await people(query)).items.map((person: any) => person.displayName);

  it.each(['assigned', 'draft', 'cancelled'])('are those for whom the task is there: %s', async (state) => {
    const of = await scene.task(state, { state });
    const listed = new Set((await people('limit=200', of)).items.map((person: any) => person.id));
    for (const [name, client] of Object.entries(scene.clients)) {
      const reads = (await client.get(`/tasks/${of}`)).status === 200;
      expect([name, listed.has(scene.people[name])]).toEqual([name, reads]);
    }
    expect(listed.size).toBe(state === 'draft' ? 1 : 5);
  });

  it('come in Vietnamese order, with what tells them apart, page by page', async () => {
    expect(await names('')).toEqual(['An Mai', 'Ân Đức', 'Dương Bảo', 'Đỗ Ân', 'Đỗ Ân']);
    expect((await people('q=Ân Đức')).items).toEqual([
      {
        id: scene.people.officer,
        displayName: 'Ân Đức',
        position: 'Chuyên viên 100%',
        unit: { nameVi: 'Đơn vị T.A', nameEn: 'Unit T.A' },
      },
    ]);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await people(`limit=1&count=true${cursor}`);
      expect(page.count).toBe(5);
      seen.push(...page.items.map((person: any) => person.id));
      cursor = page.nextCursor && `&cursor=${page.nextCursor}`;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
  });

  it('are found without diacritics by name, position or unit, never by username', async () => {
    expect(await names('q=do an')).toEqual(['Đỗ Ân', 'Đỗ Ân']);
    expect(await names('q=chuyen vien')).toEqual(['Ân Đức']);
    expect(await names(`q=${encodeURIComponent('100%')}`)).toEqual(['Ân Đức']);
    expect(await names(`q=${encodeURIComponent('%')}`)).toEqual(['Ân Đức']);
    expect(await names('q=don vi t.a')).toEqual(['Ân Đức', 'Đỗ Ân']);
    expect(await names('q=auditor')).toEqual([]);
  });

  it('leave out who is no longer active', async () => {
    await scene.par.database.query('UPDATE app_user SET active = false WHERE id = $1', [scene.people.above]);
    expect(await names('')).not.toContain('An Mai');
  });

  it('of a task outside the scope are not found', async () => {
    expect((await scene.clients.stranger.get(`/tasks/${task}/people`)).status).toBe(404);
    expect((await scene.clients.helper.get(`/tasks/${task}/people`)).status).toBe(403);
  });
});
