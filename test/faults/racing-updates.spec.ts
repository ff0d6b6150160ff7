import type { HttpClient } from '../support/http-client';
import { openPar, type Par } from '../support/par';
import { RealConnection } from '../support/real-connection';

/** Two people, one task: what each wrote stands, or he is told that he was too late. Over real connections. */
describe('racing updates of one task', () => {
  let par: Par;
  let committee: RealConnection;
  let admin: RealConnection;
  let officer: RealConnection;
  let injected: HttpClient;
  const newTask = { titleVi: 'Rà soát', planId: '', leadUnitId: '', dueDate: '2026-12-15' };
  let taskId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    injected = await par.signIn('committee');
    newTask.planId = (await injected.get('/plans?year=2026')).body.items[0].id;
    newTask.leadUnitId = (await injected.get('/units?q=LS-SNV')).body.items[0].id;
    committee = await RealConnection.open(par, 'committee');
    admin = await RealConnection.open(par, 'admin');
    officer = await RealConnection.open(par, 'officer-snv');
  });

  beforeEach(async () => {
    taskId = (await injected.post('/tasks', newTask)).body.id;
  });

  afterAll(() => par.close());

  const send = async (
    who: RealConnection,
    method: string,
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ) => {
    const init = { method, headers: { 'content-type': 'application/json', ...headers } };
    const answer = await who.fetch(path, { ...init, body: JSON.stringify(body) });
    return { status: answer.status, text: await answer.text() };
  };
  const read = async (who: RealConnection) => {
    const answer = await who.fetch(`/tasks/${taskId}`);
    return { etag: answer.headers.get('etag')!, task: JSON.parse(await answer.text()) };
  };
  const rename = (who: RealConnection, etag: string, titleVi: string) =>
    send(who, 'PATCH', `/tasks/${taskId}`, { titleVi }, { 'if-match': etag });
  const report = (who: RealConnection, etag: string, percent: number) =>
    send(who, 'POST', `/tasks/${taskId}/progress`, { percent }, { 'if-match': etag });
  const journal = (): Promise<{ act: string; before: unknown; after: unknown }[]> =>
    par.database.query(
      `SELECT act, changes -> 'titleVi' ->> 0 AS before, changes -> 'titleVi' ->> 1 AS after FROM journal_entry
        WHERE subject_id = $1 AND act = 'task.changed' ORDER BY recorded_at`,
      [taskId],
    );
  const traces = async () =>
    (
      await par.database.query(
        `SELECT t.version - 1 AS versions, (SELECT count(*)::int - 1 FROM journal_entry WHERE subject_id = t.id) AS entries,
                (SELECT count(*)::int - 1 FROM outbox WHERE payload ->> 'taskId' = t.id::text) AS events FROM task t WHERE id = $1`,
        [taskId],
      )
    )[0];

  it('200 by two writers lose none: one of each pair wins, the other gets a 412', async () => {
    const won: string[] = [];
    for (let round = 1; round <= 100; round++) {
      const [mine, theirs] = await Promise.all([read(committee), read(admin)]);
      expect(mine.etag).toBe(`"${round}"`);
      const answers = await Promise.all([
        rename(committee, mine.etag, `Ban chỉ đạo ${round}`),
        rename(admin, theirs.etag, `Quản trị ${round}`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      won.push(JSON.parse(answers.find(({ status }) => status === 200)!.text).titleVi);
      expect(JSON.parse(answers.find(({ status }) => status === 412)!.text)).toMatchObject({
        code: 'stale',
        status: 412,
      });
    }
    expect((await read(committee)).task.titleVi).toBe(won[99]);
    expect(await traces()).toEqual({ versions: 100, entries: 100, events: 0 });
    const kept = await journal();
    expect(kept.map(({ after }) => after)).toEqual(won);
    // Each winner replaced what it had read, so nobody's words were passed over.
    expect(kept.map(({ before }) => before)).toEqual([newTask.titleVi, ...won.slice(0, -1)]);
  });

  it('200 at once with one version let a single one win', async () => {
    const { etag } = await read(committee);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => rename(n % 2 ? committee : admin, etag, `Bản ${n}`)),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect([winners.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, 199]);
    expect((await read(committee)).task.titleVi).toBe(JSON.parse(winners[0].text).titleVi);
    expect(await traces()).toEqual({ versions: 1, entries: 1, events: 0 });
  });

  it('of different acts, each as fast as it can, count once each and lose none', async () => {
    const [renamed, reported]: string[][] = [[], []];
    let stale = 0;
    const writer = async (who: RealConnection, write: typeof report, done: string[]) => {
      for (let n = 1; n <= 100; n++) {
        const { etag } = await read(who);
        const { status, text } = await write(who, etag, n);
        if (status === 412) stale += 1;
        // What was written stands on what was read, on nothing in between.
        else expect(`"${JSON.parse(text).version - 1}"`).toBe(etag);
        if (status !== 412) done.push(text);
      }
    };
    await Promise.all([
      writer(committee, (who, etag, n) => rename(who, etag, `Bản ${n}`), renamed),
      writer(officer, report, reported),
    ]);
    expect(renamed.length + reported.length + stale).toBe(200);
    expect(stale).toBeGreaterThan(0);
    const answers = [...renamed, ...reported].map((text) => JSON.parse(text));
    const taken = answers.length;
    expect(await traces()).toEqual({ versions: taken, entries: taken, events: reported.length });
    expect(answers.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: taken }, (_, n) => n + 2),
    );
    const { task } = await read(committee);
    expect(task.titleVi).toBe(JSON.parse(renamed.at(-1)!).titleVi);
    expect(task.percent).toBe(JSON.parse(reported.at(-1)!).percent);
    const [{ updates }] = await par.database.query(
      'SELECT count(*)::int AS updates FROM progress_update WHERE task_id = $1',
      [taskId],
    );
    expect(updates).toBe(reported.length);
  });

  describe('sent 20 times at once with one key', () => {
    const twenty = async (who: RealConnection, path: string, body: object) => {
      const key = { 'idempotency-key': `${path}-${taskId}` };
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(who, 'POST', path, body, key)));
      expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
      expect(answers[0].status).toBeLessThan(300);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      return JSON.parse(answers[0].text);
    };
    const rows = async (table: string) =>
      (await par.database.query(`SELECT 1 FROM ${table} WHERE task_id = $1`, [taskId])).length;

    it('are one progress update', async () => {
      await twenty(officer, `/tasks/${taskId}/progress`, { percent: 30, done: 'Đã có dự thảo' });
      expect([await rows('progress_update'), await traces()]).toEqual([
        1,
        { versions: 1, entries: 1, events: 1 },
      ]);
    });

    it('are one submission', async () => {
      await twenty(officer, `/tasks/${taskId}/submission`, { note: 'Xong' });
      expect([await rows('submission'), await traces()]).toEqual([1, { versions: 1, entries: 1, events: 1 }]);
    });

    it('are one extension request', async () => {
      const body = { newDueDate: '2027-01-31', reason: 'Chờ số liệu' };
      const { extensionId } = await twenty(officer, `/tasks/${taskId}/extensions`, body);
      const held = await par.database.query('SELECT id FROM extension WHERE task_id = $1', [taskId]);
      expect(held).toEqual([{ id: extensionId }]);
    });

    it('are one comment', async () => {
      const { id } = await twenty(officer, `/tasks/${taskId}/comments`, { text: 'Chờ Sở Tài chính' });
      const held = await par.database.query('SELECT id FROM task_comment WHERE task_id = $1', [taskId]);
      expect(held).toEqual([{ id }]);
      expect(await traces()).toMatchObject({ versions: 0, entries: 1 });
    });

    it('are one batch', async () => {
      const { planId } = newTask;
      const { parent, count } = await twenty(committee, '/tasks/batch', {
        ...{ planId, titleVi: `Báo cáo chung ${taskId}`, level: 'department', dueDate: '2026-12-15' },
      });
      const [{ made }] = await par.database.query(
        'SELECT count(*)::int AS made FROM task WHERE parent_id = $1',
        [parent.id],
      );
      expect(made).toBe(count);
      expect((await injected.get(`/tasks?q=Báo cáo chung ${taskId}&count=true`)).body.count).toBe(count + 1);
    });
  });
});
