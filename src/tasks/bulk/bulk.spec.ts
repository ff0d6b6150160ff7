import { uuidv7 } from 'uuidv7';
import { BulkScene } from '../../../test/support/bulk-scene';

describe('one act on many tasks', () => {
  let scene: BulkScene;

  beforeAll(async () => {
    scene = await BulkScene.open();
  });

  afterAll(() => scene.close());

  const ACCEPTED = 'accepted 2 task.accepted task.accepted v2';

  it('does what it can, refuses the rest by itself, and leaves no trace of what it refused', async () => {
    const [first, last] = await scene.tasks(2, 'submitted');
    const [open] = await scene.tasks(1, 'in_progress');
    const { status, body } = await scene.bulk({ act: 'accept', taskIds: [first, open, last] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ done: 2, refused: 1, dryRun: false });
    expect(body.items.map((item: any) => [item.taskId, item.outcome, item.state, item.version])).toEqual([
      [first, 'done', 'accepted', 2],
      [open, 'refused', undefined, undefined],
      [last, 'done', 'accepted', 2],
    ]);
    expect(body.items[1]).toMatchObject({
      code: expect.stringMatching(/^BULK-/),
      problem: { code: 'task.wrong_state', title: expect.stringContaining('Đang thực hiện'), errors: [] },
    });
    expect(await scene.traces([first, open, last])).toEqual([ACCEPTED, 'in_progress 1', ACCEPTED]);
  });

  it('undoes what a refused act had already written', async () => {
    const [bad, good] = await scene.tasks(2, 'submitted');
    // The act cancels, closes the submission, and only then meets the row that is in its way.
    await scene.par.database.query(
      `INSERT INTO cancellation (id, task_id, at, reason) VALUES (gen_random_uuid(), $1, now(), 'x')`,
      [bad],
    );
    const { body } = await scene.bulk({ act: 'cancel', input: { reason: 'trùng' }, taskIds: [bad, good] });
    expect(body.items.map((item: any) => item.problem?.code ?? item.state)).toEqual([
      'conflict',
      'cancelled',
    ]);
    expect(await scene.traces([bad, good])).toEqual([
      'submitted 1',
      'cancelled 2 task.cancelled task.cancelled v2',
    ]);
    const waiting = await scene.par.database.query(
      'SELECT task_id FROM submission WHERE task_id = ANY($1::uuid[]) AND decided_at IS NULL',
      [[bad, good]],
    );
    expect(waiting).toEqual([{ task_id: bad }]);
  });

  it('ends as a whole when what stops it is no refusal', async () => {
    const [first, broken] = await scene.tasks(2, 'submitted');
    await scene.par.database.query(
      `ALTER TABLE task ADD CONSTRAINT broken CHECK (state <> 'accepted' OR id <> '${broken}') NOT VALID`,
    );
    const { status } = await scene.bulk({ act: 'accept', taskIds: [first, broken] });
    await scene.par.database.query('ALTER TABLE task DROP CONSTRAINT broken');
    expect(status).toBe(500);
    expect(await scene.traces([first, broken])).toEqual(['submitted 1', 'submitted 1']);
  });

  it('answers a task out of scope like an id that was never given: not found, without its code', async () => {
    const [foreign] = await scene.tasks(1);
    const guess = uuidv7();
    const input = { newDueDate: '2026-12-31', reason: 'chờ số liệu' };
    const ask = { act: 'requestExtension', input, taskIds: [foreign, guess] };
    const { body } = await scene.bulk(ask, scene.stranger);
    const [real, made] = body.items;
    expect(real).toMatchObject({ code: null, outcome: 'refused', problem: { code: 'not_found' } });
    expect({ ...real, taskId: '' }).toEqual({ ...made, taskId: '' });
    expect(await scene.traces([foreign])).toEqual(['assigned 1']);
  });

  it('refuses a task that somebody changed meanwhile, where its version is given', async () => {
    const [seen, changed, any] = await scene.tasks(3, 'submitted');
    await scene.par.database.query('UPDATE task SET version = 5 WHERE id = ANY($1::uuid[])', [
      [changed, any],
    ]);
    const tasks = [{ id: seen, version: 1 }, { id: changed.toUpperCase(), version: 1 }, { id: any }];
    const { body } = await scene.bulk({ act: 'accept', tasks });
    expect(body.items.map((item: any) => item.problem?.code ?? item.version)).toEqual([2, 'stale', 6]);
    expect(body.items[1].taskId).toBe(changed);
  });

  it('says in a dry run what would happen, and changes nothing', async () => {
    const [good] = await scene.tasks(1, 'submitted');
    const [bad] = await scene.tasks(1, 'draft');
    const act = { act: 'accept', taskIds: [good, bad] };
    const before = await scene.traces([good, bad]);
    const rehearsed = await scene.bulk({ ...act, dryRun: true });
    expect(rehearsed.body).toMatchObject({ done: 1, refused: 1, dryRun: true });
    expect(await scene.traces([good, bad])).toEqual(before);
    const real = await scene.bulk(act);
    expect(real.body).toEqual({ ...rehearsed.body, dryRun: false });
  });

  it('with one key has one effect and one answer, however often it is sent', async () => {
    const ids = await scene.tasks(3, 'submitted');
    const keyed = scene.committee.with({ 'idempotency-key': 'bulk-1' });
    const send = () => scene.bulk({ act: 'accept', taskIds: ids }, keyed);
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0].body.done).toBe(3);
    expect(await scene.traces(ids)).toEqual(ids.map(() => ACCEPTED));
    const other = await scene.bulk({ act: 'accept', taskIds: ids.slice(1) }, keyed);
    expect([other.status, other.body.code]).toEqual([422, 'request.key_reused']);
  });

  describe('by a filter', () => {
    it('takes what matches when it runs, in the order of codes', async () => {
      const ids = await scene.tasks(3, 'submitted');
      const filter = { state: 'submitted', leadUnitId: scene.unitId, q: '"hàng loạt"', hasEvidence: false };
      const matching = (
        await scene.committee.get(
          `/tasks?state=submitted&leadUnitId=${scene.unitId}&q=${encodeURIComponent('"hàng loạt"')}&hasEvidence=false&sort=code&limit=200`,
        )
      ).body.items.map(({ id }: { id: string }) => id);
      expect(matching).toEqual(expect.arrayContaining(ids));
      const { body } = await scene.bulk({ act: 'return', input: { reason: 'bổ sung' }, filter });
      expect(body.items.map((item: any) => item.taskId)).toEqual(matching);
      expect(body.done).toBe(matching.length);
      const none = await scene.bulk({ act: 'return', input: { reason: 'bổ sung' }, filter });
      expect(none.body).toEqual({ items: [], done: 0, refused: 0, dryRun: false });
    });

    it('takes two hundred tasks and refuses more, saying how many match', async () => {
      const [parentId] = await scene.tasks(1);
      await scene.tasks(200, 'draft', { parentId });
      const ask = { act: 'assign', filter: { parentId, state: 'draft' } };
      const rehearsed = await scene.bulk({ ...ask, dryRun: true });
      expect(rehearsed.body).toMatchObject({ done: 200, refused: 0 });
      const [last] = await scene.tasks(1, 'draft', { parentId });
      const { status, body } = await scene.bulk(ask);
      expect([status, body.code]).toEqual([409, 'bulk.too_many']);
      expect(body.detail).toContain('201 nhiệm vụ');
      expect(await scene.traces([last])).toEqual(['draft 1']);
    });
  });
});
