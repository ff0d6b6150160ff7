import { DirectedScene } from '../../../test/support/directed-scene';

describe('the answer to a direction', () => {
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

  const answer = (who: string, id: string, text = 'Đã gửi', headers: Record<string, string> = {}) =>
    scene.clients[who].with(headers).post(`/directions/${id}/answer`, { text });

  /** Who may answer a direction given to whom: 200, 403 (reads along) or 404 (sees nothing of it). */
  it.each([
    ['responsible', 'responsible', 200],
    ['responsible', 'officer', 200],
    ['responsible', 'above', 200],
    ['responsible', 'head', 404],
    ['responsible', 'leader', 403],
    ['responsible', 'committee', 403],
    ['responsible', 'auditor', 403],
    ['responsible', 'officer-b', 404],
    ['responsible', 'stranger', 404],
    ['helper', 'helper', 200],
    ['helper', 'officer', 200],
    ['helper', 'officer-b', 404],
    ['helper', 'responsible', 404],
    ['auditor', 'auditor', 200],
  ])('given to %s may be given by %s: %d', async (to, by, status) => {
    const id = await scene.direction(task, { addresseeId: scene.people[to] });
    const before = await scene.marks(task);
    const given = await answer(by, id);
    expect(given.status).toBe(status);
    if (status !== 200) return expect(await scene.marks(task)).toEqual(before);
    expect(given.body).toMatchObject({
      id,
      task: { id: task, version: 3 },
      answer: { at: scene.par.clock.now().toISOString(), by: { displayName: by }, text: 'Đã gửi' },
      overdue: false,
      abilities: [],
    });
  });

  it('may be promised to exactly those: the list carries the ability', async () => {
    const id = await scene.direction(task, { addresseeId: scene.people.helper });
    const abilities = async (who: string) =>
      (await scene.clients[who].get('/directions?limit=200')).body.items.find((item: any) => item.id === id)
        ?.abilities;
    expect(await Promise.all(['helper', 'officer', 'leader', 'auditor', 'officer-b'].map(abilities))).toEqual(
      [['answer'], ['answer'], [], [], undefined],
    );
  });

  it('is given once; a second is refused in words', async () => {
    const id = await scene.direction(task);
    expect((await answer('responsible', id)).status).toBe(200);
    const before = await scene.marks(task);
    const second = await answer('officer', id, 'Khác');
    expect([second.status, second.body.code]).toEqual([409, 'direction.answered']);
    expect(second.body.detail).toContain('đã được trả lời');
    expect(await scene.marks(task)).toEqual(before);
  });

  it('is one of ten that race', async () => {
    const id = await scene.direction(task);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => answer(i % 2 ? 'officer' : 'responsible', id, `Lần ${i}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(await scene.marks(task)).toMatchObject({ version: 3, answers: 1, events: 2 });
  });

  it('repeated with one key is one, and the same', async () => {
    const id = await scene.direction(task);
    const key = { 'idempotency-key': `answer-${id}` };
    const [one, two] = [await answer('responsible', id, 'x', key), await answer('responsible', id, 'x', key)];
    expect([two.status, two.body]).toEqual([200, one.body]);
  });

  it('heeds the version of the task it is sent with', async () => {
    const id = await scene.direction(task);
    expect((await answer('responsible', id, 'x', { 'if-match': '"1"' })).status).toBe(412);
    expect((await answer('responsible', id, 'x', { 'if-match': '"2"' })).status).toBe(200);
  });

  it('is taken when the task has ended and its plan is closed, and leaves the task as it is', async () => {
    const id = await scene.direction(task);
    await scene.par.database.query(`UPDATE task SET state = 'cancelled' WHERE id = $1`, [task]);
    await scene.par.database.query(`UPDATE plan SET closed_on = '2030-03-01'`);
    const given = await answer('responsible', id);
    expect([given.status, given.body.task.state]).toEqual([200, 'cancelled']);
    await scene.par.database.query('UPDATE plan SET closed_on = NULL');
  });

  it('stands in the history and is announced once, with the direction', async () => {
    const id = await scene.direction(task);
    await answer('officer', id, 'Đã gửi số liệu');
    const { items } = (await scene.clients.leader.get(`/tasks/${task}/history`)).body;
    expect(items.map(({ act, note, actor }: any) => [act, note, actor.name])).toEqual(
      expect.arrayContaining([
        ['direction.given', 'Khẩn trương', 'leader'],
        ['direction.answered', 'Đã gửi số liệu', 'officer'],
      ]),
    );
    expect(
      await scene.par.database.query(
        `SELECT payload FROM outbox WHERE topic = 'direction.answered' AND payload ->> 'taskId' = $1`,
        [task],
      ),
    ).toEqual([{ payload: { taskId: task, version: 3, directionId: id } }]);
  });

  it.each([
    ['', 400],
    ['a'.repeat(4001), 400],
  ])('needs 1 to 4000 characters', async (text, status) => {
    const id = await scene.direction(task);
    const given = await answer('responsible', id, text);
    expect([given.status, given.body.errors[0].path]).toEqual([status, 'text']);
  });

  it('to a direction that was never given is not found, and nobody answers unsigned', async () => {
    const nothing = '018f0000-0000-7000-8000-000000000000';
    const [real, guess] = [
      await answer('stranger', await scene.direction(task)),
      await answer('stranger', nothing),
    ];
    expect({ ...real.body, requestId: '' }).toEqual({ ...guess.body, requestId: '' });
    expect((await scene.par.http.post(`/directions/${nothing}/answer`, { text: 'x' })).status).toBe(401);
  });
});
