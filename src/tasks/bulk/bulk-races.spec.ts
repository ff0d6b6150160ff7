import { BulkScene } from '../../../test/support/bulk-scene';

describe('acts on many tasks at once with others', () => {
  let scene: BulkScene;

  beforeAll(async () => {
    scene = await BulkScene.open();
  });

  afterAll(() => scene.close());

  const soon = () => new Promise((resolve) => setTimeout(resolve, 400));

  /** Holds a task as another writer would, until it is let go. */
  async function hold(task: string, sql = 'SELECT 1 FROM task WHERE id = $1 FOR UPDATE') {
    const runner = scene.par.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query(sql, [task]);
    return async () => {
      await runner.commitTransaction();
      await runner.release();
    };
  }

  it('requests over the same tasks in opposite order wait for each other in no circle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ids = await scene.tasks(40, 'submitted');
      const reversed = [...ids].reverse();
      const answers = await Promise.all([
        scene.bulk({ act: 'accept', taskIds: ids }),
        scene.bulk({ act: 'cancel', input: { reason: 'thôi' }, taskIds: reversed }),
        scene.bulk({ act: 'accept', tasks: reversed.map((id) => ({ id, version: 1 })) }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(answers.reduce((sum, { body }) => sum + body.done, 0)).toBe(40);
      const once = /^(accepted|cancelled) 2 task\.\1 task\.\1 v2$/;
      expect((await scene.traces(ids)).filter((trace) => once.test(trace))).toHaveLength(40);
    }
  });

  it('a request that waits for its first task holds none of the later ones', async () => {
    const [first, last] = await scene.tasks(2, 'submitted');
    const letGo = await hold(first);
    const waiting = scene.bulk({ act: 'accept', taskIds: [last, first] });
    await soon();
    const free = 'SELECT id FROM task WHERE id = $1 FOR UPDATE SKIP LOCKED';
    expect(await scene.par.database.query(free, [last])).toEqual([{ id: last }]);
    await letGo();
    expect((await waiting).body.done).toBe(2);
  });

  it('a cancelled parent and an act on its part wait for each other in no circle', async () => {
    const [parent] = await scene.tasks(1, 'in_progress');
    const [part] = await scene.tasks(1, 'in_progress', { parentId: parent });
    const [other] = await scene.tasks(1, 'in_progress');
    const letGo = await hold(other);
    const cancelled = scene.bulk({ act: 'cancel', input: { reason: 'thôi' }, taskIds: [parent, other] });
    await soon();
    const directed = scene.bulk({ act: 'direct', input: { text: 'đẩy nhanh' }, taskIds: [part, other] });
    await soon();
    await letGo();
    expect((await cancelled).body).toMatchObject({ done: 2 });
    expect((await directed).body).toMatchObject({ refused: 2 });
  });

  it('a task that ceases to match the filter while the request waits for it is left alone', async () => {
    const [task, other] = await scene.tasks(2, 'submitted');
    const letGo = await hold(
      task,
      `UPDATE task SET state = 'in_progress', submitted_on = NULL WHERE id = $1`,
    );
    const filter = { state: 'submitted', q: '"hàng loạt"' };
    const waiting = scene.bulk({ act: 'direct', input: { text: 'đẩy nhanh' }, filter });
    await soon();
    await letGo();
    const { body } = await waiting;
    expect(body.items.map((item: any) => item.taskId)).toContain(other);
    expect(body.items.map((item: any) => item.taskId)).not.toContain(task);
    expect((await scene.traces([task]))[0]).toBe('in_progress 1');
  });

  it('two hundred tasks are done in seconds', async () => {
    const ids = await scene.tasks(200, 'submitted');
    const from = performance.now();
    const { body } = await scene.bulk({ act: 'accept', taskIds: ids });
    const seconds = (performance.now() - from) / 1000;
    expect(body.done).toBe(200);
    expect(seconds).toBeLessThan(10);
    if (process.env.TEST_SHOW) process.stdout.write(`200 tasks accepted in ${seconds.toFixed(2)} s\n`);
  });
});
