import { DirectedScene } from '../../../test/support/directed-scene';

describe('a comment that mentions people', () => {
  let scene: DirectedScene;
  let n = 0;
  let task: string;

  beforeAll(async () => {
    scene = await DirectedScene.open();
  });

  afterAll(() => scene.close());
  beforeEach(async () => {
    task = await scene.task(`NV-${++n}`);
  });

  const write = (who: string, mentioned: string[], of = task) =>
    scene.clients[who].post(`/tasks/${of}/comments`, {
      text: 'Xem giúp',
      mentionedIds: mentioned.map((name) => scene.people[name]),
    });
  const announced = () =>
    scene.par.database.query(
      `SELECT payload FROM outbox WHERE topic = 'comment.mentioned' AND payload ->> 'taskId' = $1`,
      [task],
    );

  it('names each once, shows them to every reader and announces them with the comment', async () => {
    const { status, body } = await write('officer', ['leader', 'committee', 'leader']);
    const mentioned = [
      { id: scene.people.committee, displayName: 'committee' },
      { id: scene.people.leader, displayName: 'leader' },
    ];
    expect([status, body.mentioned]).toEqual([201, mentioned]);
    expect((await scene.clients.auditor.get(`/tasks/${task}/comments`)).body.items[0].mentioned).toEqual(
      mentioned,
    );
    expect(await announced()).toEqual([{ payload: { taskId: task, version: 1, commentId: body.id } }]);
  });

  it('announces nothing when it mentions nobody, or the writer alone', async () => {
    expect((await write('officer', [])).body.mentioned).toEqual([]);
    expect((await write('officer', ['officer'])).body.mentioned).toHaveLength(1);
    expect(
      (await scene.clients.officer.post(`/tasks/${task}/comments`, { text: 'x' })).body.mentioned,
    ).toEqual([]);
    expect(await announced()).toEqual([]);
  });

  it('is refused whole, by index, for people who may not read the task or have left', async () => {
    await scene.par.database.query('UPDATE app_user SET active = false WHERE id = $1', [scene.people.above]);
    const before = await scene.marks(task);
    const { status, body } = await write('officer', [
      'leader',
      'stranger',
      'officer-b',
      'responsible',
      'above',
    ]);
    expect([status, body.errors.map((error: any) => [error.path, error.code])]).toEqual([
      400,
      [1, 2, 3, 4].map((index) => [`mentionedIds[${index}]`, 'not_reader']),
    ]);
    expect(await scene.marks(task)).toEqual(before);
    await scene.par.database.query('UPDATE app_user SET active = true WHERE id = $1', [scene.people.above]);
  });

  it.each([
    ['more than twenty', Array.from({ length: 21 }, (_, i) => `018f0000-0000-7000-8000-0000000000${10 + i}`)],
    ['what is no id', ['leader']],
    ['what is no list', 'leader'],
  ])('is refused with %s', async (_, mentionedIds) => {
    const answer = await scene.clients.officer.post(`/tasks/${task}/comments`, { text: 'x', mentionedIds });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'mentionedIds']);
  });

  it('on a draft mentions only those who may read drafts', async () => {
    const draft = await scene.task(`NV-${++n}`, { state: 'draft' });
    expect((await write('committee', ['officer'], draft)).status).toBe(400);
    expect((await write('committee', ['committee'], draft)).status).toBe(201);
  });
});
