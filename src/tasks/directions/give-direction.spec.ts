import { DirectedScene, EVENING, NEXT_DAY } from '../../../test/support/directed-scene';

describe('a direction', () => {
  let scene: DirectedScene;
  let n = 0;
  let task: string;

  beforeAll(async () => {
    scene = await DirectedScene.open();
  });

  afterAll(() => scene.close());
  beforeEach(async () => {
    scene.par.clock.set(EVENING);
    task = await scene.task(`NV-${++n}`);
  });

  const give = (who: string, input: object, of = task) =>
    scene.clients[who].post(`/tasks/${of}/directions`, input);
  const list = async (who = 'officer', of = task) =>
    (await scene.clients[who].get(`/tasks/${of}/directions`)).body;

  it('with a text alone asks the responsible individual, and answers with the task and its id', async () => {
    const { status, body, headers } = await give('leader', { text: ' Khẩn trương ' });
    expect([status, body.id, body.version, headers.etag]).toEqual([201, task, 2, '"2"']);
    expect((await list()).items).toEqual([
      {
        id: body.directionId,
        task: {
          id: task,
          code: `NV-${n}`,
          titleVi: `Nhiệm vụ NV-${n}`,
          titleEn: null,
          state: 'assigned',
          version: 2,
          leadUnit: { id: scene.units.A, code: 'T.A', nameVi: 'Đơn vị T.A', nameEn: 'Unit T.A' },
        },
        at: scene.par.clock.now().toISOString(),
        by: { id: scene.people.leader, displayName: 'leader' },
        text: 'Khẩn trương',
        addressee: { id: scene.people.responsible, displayName: 'responsible' },
        documentNumber: null,
        documentDate: null,
        answerBy: null,
        answer: null,
        overdue: false,
        abilities: ['answer'],
      },
    ]);
  });

  it('asks the head of the lead unit when nobody is responsible, and nobody in person when there is no head', async () => {
    const addressee = async (columns: object) => {
      const of = await scene.task(`NV-${++n}`, columns);
      await give('leader', { text: 'x' }, of);
      return (await list('officer', of)).items[0].addressee?.displayName ?? null;
    };
    expect(await addressee({ responsible_id: null })).toBe('head');
    await scene.par.database.query('UPDATE app_user SET active = false WHERE id = $1', [
      scene.people.responsible,
    ]);
    expect(await addressee({})).toBe('head');
    await scene.par.database.query('UPDATE app_user SET is_head = false WHERE id = $1', [scene.people.head]);
    expect(await addressee({})).toBeNull();
    await scene.par.database.query(
      'UPDATE app_user SET active = true, is_head = (id = $1) WHERE id = ANY($2::uuid[])',
      [scene.people.head, [scene.people.head, scene.people.responsible]],
    );
  });

  it('names a person of a coordinating unit, the document and the last day for an answer; the history shows them', async () => {
    const input = {
      text: 'Gửi số liệu',
      addresseeId: scene.people.helper,
      answerBy: '2030-03-01',
      documentNumber: '12/CĐ-UBND',
      documentDate: '2030-02-28',
    };
    expect((await give('committee', input)).status).toBe(201);
    expect((await list()).items[0]).toMatchObject({
      addressee: { displayName: 'helper' },
      answerBy: '2030-03-01',
      documentNumber: '12/CĐ-UBND',
      documentDate: '2030-02-28',
      overdue: false,
    });
    const { items } = (await scene.clients.auditor.get(`/tasks/${task}/history`)).body;
    const line = items.find((item: any) => item.act === 'direction.given');
    expect(line.note).toContain('12/CĐ-UBND');
    expect(line.note).toContain('Gửi số liệu');
    expect(line.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'addressee', after: 'helper' }),
        expect.objectContaining({ field: 'answerBy', after: '2030-03-01' }),
      ]),
    );
    scene.par.clock.set(NEXT_DAY);
    expect((await list()).items[0].overdue).toBe(true);
  });

  it.each([
    ['a person of another unit', () => ({ addresseeId: scene.people.stranger }), 'addresseeId'],
    ['a person who is not there', () => ({ addresseeId: scene.units.A }), 'addresseeId'],
    ['yesterday as the last day', () => ({ answerBy: '2030-02-28' }), 'answerBy'],
    ['a document of tomorrow', () => ({ documentDate: '2030-03-02' }), 'documentDate'],
    ['no text', () => ({ text: '  ' }), 'text'],
    ['too long a text', () => ({ text: 'a'.repeat(4001) }), 'text'],
    ['a field that does not exist', () => ({ to: 'x' }), 'to'],
  ])('is refused with %s, and nothing changes', async (_, wrong, path) => {
    const before = await scene.marks(task);
    const { status, body } = await give('leader', { text: 'x', ...wrong() });
    expect([status, body.errors.map((error: any) => error.path)]).toEqual([400, [path]]);
    expect(await scene.marks(task)).toEqual(before);
  });

  it('hears of all its faults at once, and of a person who has left', async () => {
    await scene.par.database.query('UPDATE app_user SET active = false WHERE id = $1', [scene.people.helper]);
    const { body } = await give('leader', {
      text: 'x',
      addresseeId: scene.people.helper,
      answerBy: '2030-01-01',
    });
    expect(body.errors.map((error: any) => error.path)).toEqual(['addresseeId', 'answerBy']);
    await scene.par.database.query('UPDATE app_user SET active = true WHERE id = $1', [scene.people.helper]);
  });

  it.each([
    ['officer', 403],
    ['auditor', 403],
    ['responsible', 403],
    ['stranger', 403],
  ])('is not for %s to give', async (who, status) => {
    const before = await scene.marks(task);
    expect((await give(who, { text: 'x' })).status).toBe(status);
    expect(await scene.marks(task)).toEqual(before);
  });

  it('is given while the task is under way only, and the abilities say so', async () => {
    for (const state of ['draft', 'accepted', 'cancelled']) {
      const of = await scene.task(`NV-${++n}`, { state, submitted_on: '2030-02-01' });
      expect((await give('committee', { text: 'x' }, of)).status).toBe(409);
      expect((await scene.clients.committee.get(`/tasks/${of}`)).body.abilities).not.toContain('direct');
    }
    expect((await scene.clients.leader.get(`/tasks/${task}`)).body.abilities).toContain('direct');
  });

  it('heeds the version it is sent with, and a key makes one of twenty', async () => {
    const stale = scene.clients.leader.with({ 'if-match': '"7"' });
    expect((await stale.post(`/tasks/${task}/directions`, { text: 'x' })).status).toBe(412);
    const keyed = scene.clients.leader.with({ 'idempotency-key': `once-${task}` });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => keyed.post(`/tasks/${task}/directions`, { text: 'Một lần' })),
    );
    expect(new Set(answers.map(({ body }) => body.directionId)).size).toBe(1);
    expect((await list()).items).toHaveLength(1);
  });

  it('is listed newest first, in pages that miss and repeat nothing, to nobody outside the scope', async () => {
    for (const text of ['1', '2', '3']) await give('leader', { text });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await scene.clients.officer.get(
        `/tasks/${task}/directions?limit=2&count=true${cursor}`,
      );
      expect(body.count).toBe(3);
      seen.push(...body.items.map((item: any) => item.text));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(seen).toEqual(['3', '2', '1']);
    expect((await scene.clients.stranger.get(`/tasks/${task}/directions`)).status).toBe(404);
    expect((await scene.clients['officer-b'].get(`/tasks/${task}/directions`)).status).toBe(404);
  });
});
