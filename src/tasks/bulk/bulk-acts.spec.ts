import { BulkScene } from '../../../test/support/bulk-scene';

/** What many at once leave behind is what one alone does: state, journal, event. */
describe('each act on many tasks', () => {
  let scene: BulkScene;
  let person: string;

  beforeAll(async () => {
    scene = await BulkScene.open();
    [{ id: person }] = await scene.par.database.query(
      'SELECT id FROM app_user WHERE unit_id = $1 AND active LIMIT 1',
      [scene.unitId],
    );
  });

  afterAll(() => scene.close());

  const single: Record<string, [path: string, method?: 'PATCH']> = {
    assign: ['assignment'],
    accept: ['acceptance'],
    return: ['return'],
    cancel: ['cancellation'],
    direct: ['directions'],
    requestExtension: ['extensions'],
    staff: ['', 'PATCH'],
  };

  it.each([
    ['assign', 'draft', undefined, 'committee'],
    ['accept', 'submitted', { note: 'đạt' }, 'committee'],
    ['return', 'submitted', { reason: 'thiếu phụ lục' }, 'committee'],
    ['cancel', 'in_progress', { reason: 'trùng', documentNumber: '12/QĐ' }, 'committee'],
    ['direct', 'in_progress', { text: 'đẩy nhanh', answerBy: '2026-12-01' }, 'committee'],
    ['requestExtension', 'assigned', { newDueDate: '2026-12-31', reason: 'chờ số liệu' }, 'officer'],
    ['staff', 'assigned', 'person', 'officer'],
  ] as const)('%s', async (act, state, given, who) => {
    const input = given === 'person' ? { responsibleId: person } : given;
    const [alone, ...many] = await scene.tasks(3, state);
    const [path, method = 'POST'] = single[act];
    const client = scene[who];
    const one = await client
      .with({ 'if-match': '"1"' })
      .send(method, `/tasks/${alone}${path && `/${path}`}`, input ?? {});
    expect(one.status).toBeLessThan(300);
    const { body } = await scene.bulk({ act, input, taskIds: many }, client);
    expect(body.done).toBe(2);
    const [left, ...leftByMany] = await scene.traces([alone, ...many]);
    expect(leftByMany).toEqual([left, left]);
    expect(body.items.map((item: any) => [item.state, item.version])).toEqual(
      [1, 2].map(() => [one.body.state, one.body.version]),
    );
  });

  it('decideExtension grants each task the day it asked for, and says where nothing waits', async () => {
    const asked = await scene.tasks(2, 'in_progress', { extension: true });
    const [silent] = await scene.tasks(1, 'in_progress');
    const { body } = await scene.bulk({
      act: 'decideExtension',
      input: { approved: true },
      taskIds: [...asked, silent],
    });
    expect(body.items.map((item: any) => item.problem?.code ?? item.outcome)).toEqual([
      ...['done', 'done'],
      'bulk.no_request',
    ]);
    const days = await scene.par.database.query(
      'SELECT due_date, original_due_date FROM task WHERE id = ANY($1::uuid[])',
      [asked],
    );
    expect(days).toEqual([1, 2].map(() => ({ due_date: '2026-12-31', original_due_date: '2026-12-15' })));
    expect((await scene.traces(asked))[0]).toBe(
      'in_progress 2 extension.approved task.due_changed v2,extension.decided v2',
    );
  });

  it('decideExtension moves a parent before its parts, in whatever order they are named', async () => {
    const [parent] = await scene.tasks(1, 'in_progress', { extension: true });
    const parts = await scene.tasks(2, 'in_progress', { extension: true, parentId: parent });
    const { body } = await scene.bulk({
      act: 'decideExtension',
      input: { approved: true },
      taskIds: [...parts, parent],
    });
    expect(body.done).toBe(3);
    expect(body.items.map((item: any) => item.taskId)).toEqual([...parts, parent]);
  });

  it('cancel of a parent and its parts together has an outcome for each', async () => {
    const [parent] = await scene.tasks(1, 'in_progress');
    const parts = await scene.tasks(2, 'in_progress', { parentId: parent });
    const { body } = await scene.bulk({
      act: 'cancel',
      input: { reason: 'thôi' },
      taskIds: [parent, parts[0]],
    });
    expect(body.done).toBe(2);
    expect((await scene.traces([parent, ...parts])).map((trace) => trace.split(' ')[0])).toEqual([
      ...['cancelled', 'cancelled'],
      'cancelled',
    ]);
  });

  it('staff says of each task that the person is of another unit, with the path of the field', async () => {
    const [task] = await scene.tasks(1);
    const [{ id: elsewhere }] = await scene.par.database.query(
      'SELECT id FROM app_user WHERE unit_id <> $1 AND active LIMIT 1',
      [scene.unitId],
    );
    const { body } = await scene.bulk({ act: 'staff', input: { responsibleId: elsewhere }, taskIds: [task] });
    const { problem } = body.items[0];
    expect(problem.errors[0]).toMatchObject({ path: 'input.responsibleId', code: 'responsible_elsewhere' });
    const cleared = await scene.bulk({ act: 'staff', input: { responsibleId: null }, taskIds: [task] });
    expect(cleared.body.done).toBe(1);
  });

  describe('before it looks at any task', () => {
    const some = '01890000-0000-7000-8000-000000000000';
    const one = [some];

    it.each([
      ['a reason left out', { act: 'return', taskIds: one }, 'input.reason'],
      ['an empty reason', { act: 'cancel', input: { reason: ' ' }, taskIds: one }, 'input.reason'],
      ['a field of another act', { act: 'accept', input: { reason: 'x' }, taskIds: one }, 'input.reason'],
      ['words for an act without any', { act: 'assign', input: { note: 'x' }, taskIds: one }, 'input.note'],
      [
        'a day that is none',
        { act: 'decideExtension', input: { approved: true, newDueDate: '2026-02-30' }, taskIds: one },
        'input.newDueDate',
      ],
      ['no word on approval', { act: 'decideExtension', input: {}, taskIds: one }, 'input.approved'],
      ['nobody named', { act: 'staff', input: {}, taskIds: one }, 'input.responsibleId'],
      ['input that is a list', { act: 'accept', input: [], taskIds: one }, 'input'],
      ['an act that is single', { act: 'progress', input: { percent: 5 }, taskIds: one }, 'act'],
      ['no tasks', { act: 'accept' }, 'taskIds'],
      ['an empty list', { act: 'accept', taskIds: [] }, 'taskIds'],
      ['tasks named in two ways', { act: 'accept', taskIds: one, filter: {} }, 'taskIds'],
      ['a filter that says nothing', { act: 'accept', filter: {} }, 'filter'],
      ['a task that is a list', { act: 'accept', tasks: [[]] }, 'tasks'],
      ['a task named twice', { act: 'accept', taskIds: [some, some.toUpperCase()] }, 'taskIds[1]'],
      [
        'a task named twice with versions',
        { act: 'accept', tasks: [{ id: some }, { id: some }] },
        'tasks[1].id',
      ],
      ['201 tasks', { act: 'accept', taskIds: Array.from({ length: 201 }, () => some) }, 'taskIds'],
      ['an id that is none', { act: 'accept', taskIds: ['x'] }, 'taskIds'],
      ['a task that is null', { act: 'accept', tasks: [null] }, 'tasks'],
      [
        'a version that is none',
        { act: 'accept', tasks: [{ id: some, version: '"1"' }] },
        'tasks[0].version',
      ],
      ['an unknown filter', { act: 'accept', filter: { colour: 'red' } }, 'filter.colour'],
      ['a page in the filter', { act: 'accept', filter: { limit: 5 } }, 'filter.limit'],
    ])('refuses %s', async (_, body, path) => {
      const { status, body: problem } = await scene.bulk(body);
      expect([status, problem.errors?.[0].path]).toEqual([400, path]);
    });

    it.each([
      ['accept', 'officer', 200],
      ['direct', 'officer', 403],
      ['assign', 'officer', 403],
      ['requestExtension', 'committee', 403],
    ] as const)('%s asks for its permission of %s: %i', async (act, who, status) => {
      const inputs = {
        accept: {},
        direct: { text: 'x' },
        assign: {},
        requestExtension: { newDueDate: '2026-12-31', reason: 'x' },
      };
      expect((await scene.bulk({ act, input: inputs[act], taskIds: one }, scene[who])).status).toBe(status);
    });
  });
});
