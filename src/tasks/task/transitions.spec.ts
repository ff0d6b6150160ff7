import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPar, type Par } from '../../../test/support/par';
import type { HttpClient } from '../../../test/support/http-client';
import { ROOT } from '../../../test/support/source-files';
import { taskStates, transitions, type TaskState, type TaskVerb } from './task-status';
import { transitionDiagram } from './transition-diagram';

const requests: Record<TaskVerb, [string, object]> = {
  assign: ['assignment', {}],
  progress: ['progress', { percent: 40 }],
  submit: ['submission', {}],
  accept: ['acceptance', {}],
  return: ['return', { reason: 'Thiếu phụ lục' }],
  cancel: ['cancellation', { reason: 'Không còn cần' }],
};
const mayDo: Record<TaskVerb, string[]> = {
  assign: ['admin', 'committee'],
  progress: ['officer-snv'],
  submit: ['officer-snv'],
  accept: ['committee'],
  return: ['committee'],
  cancel: ['admin', 'committee'],
};
const people = ['admin', 'committee', 'leader', 'officer-snv', 'auditor'];
const verbs = Object.keys(requests) as TaskVerb[];

describe('the transition table', () => {
  let par: Par;
  const clients = new Map<string, HttpClient>();
  let taskId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    for (const name of people) clients.set(name, await par.signIn(name));
    const plan = (await clients.get('committee')!.get('/plans?year=2026')).body.items[0].id;
    const unit = (await clients.get('committee')!.get('/units?q=LS-SNV')).body.items[0].id;
    const body = { planId: plan, titleVi: 'Nhiệm vụ thử', leadUnitId: unit, dueDate: '2026-12-31' };
    taskId = (await clients.get('committee')!.post('/tasks', body)).body.id;
  });

  afterAll(() => par.close());

  const putInto = async (state: TaskState) => {
    await par.database.query('DELETE FROM submission WHERE task_id = $1', [taskId]);
    await par.database.query(
      `UPDATE task SET state = $2, submitted_on = CASE WHEN $2 IN ('submitted', 'accepted') THEN date '2026-11-23' END WHERE id = $1`,
      [taskId, state],
    );
  };

  const counts = async () =>
    (
      await par.database.query(
        `SELECT t.state, t.version, (SELECT count(*)::int FROM journal_entry WHERE subject_id = t.id) AS journal,
                (SELECT count(*)::int FROM outbox WHERE payload ->> 'taskId' = t.id::text) AS events FROM task t WHERE t.id = $1`,
        [taskId],
      )
    )[0];

  const cases = taskStates.flatMap((state) =>
    verbs.flatMap((verb) => people.map((who) => ({ state, verb, who }))),
  );

  it.each(cases)('$state, $verb by $who', async ({ state, verb, who }) => {
    await putInto(state);
    const before = await counts();
    const [path, body] = requests[verb];
    const answer = await clients.get(who)!.post(`/tasks/${taskId}/${path}`, body);
    const after = await counts();
    const allowed = mayDo[verb].includes(who) && transitions[verb].from.includes(state);
    if (!allowed) {
      // A draft is nobody's but the assigners'.
      const refused = state === 'draft' && who === 'officer-snv' ? 404 : 409;
      expect(answer.status).toBe(mayDo[verb].includes(who) ? refused : 403);
      expect(after).toEqual(before);
      return;
    }
    expect(answer.status).toBeLessThan(300);
    expect(after.state).toBe(transitions[verb].to);
    expect(after.version).toBe(before.version + 1);
    expect(after.journal).toBe(before.journal + 1);
    expect(after.events - before.events).toBe(verb === 'progress' ? 0 : 1);
  });

  it('reaches every state from a draft, and leaves none but the two ends', () => {
    const reached = new Set<TaskState>(['draft']);
    for (let round = 0; round < taskStates.length; round++) {
      for (const { from, to } of Object.values(transitions))
        if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...taskStates].sort());
    const ends = taskStates.filter(
      (state) => !Object.values(transitions).some(({ from }) => from.includes(state)),
    );
    expect(ends).toEqual(['accepted', 'cancelled']);
  });

  it('is the diagram in docs/task-states.md (write it anew with WRITE_DOCS=1)', () => {
    const file = join(ROOT, 'docs/task-states.md');
    if (process.env.WRITE_DOCS) writeFileSync(file, transitionDiagram());
    expect(readFileSync(file, 'utf8')).toBe(transitionDiagram());
  });
});
