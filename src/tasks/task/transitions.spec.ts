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
/** What the journal calls each act, and the topic under which it is announced. */
const told: Record<TaskVerb, string> = {
  assign: 'task.assigned',
  progress: 'task.progress_reported',
  submit: 'task.submitted',
  accept: 'task.accepted',
  return: 'task.returned',
  cancel: 'task.cancelled',
};
/** One of each role, and an officer of another unit, who is told of nothing. */
const people = ['admin', 'committee', 'leader', 'officer-snv', 'auditor', 'officer-stc'];
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
    await par.database.query('DELETE FROM cancellation WHERE task_id = $1', [taskId]);
    await par.database.query(
      `UPDATE task SET state = $2, submitted_on = CASE WHEN $2 IN ('submitted', 'accepted') THEN date '2026-11-23' END WHERE id = $1`,
      [taskId, state],
    );
  };

  /** The task, everything beside it, and all that was ever recorded or announced. */
  const everything = async () =>
    (
      await par.database.query(
        `SELECT t.state, t.version, to_jsonb(t) AS row,
                (SELECT jsonb_agg(p ORDER BY p.valid_from) FROM task_period p WHERE p.task_id = t.id) AS periods,
                (SELECT count(*)::int FROM progress_update x WHERE x.task_id = t.id) AS progress,
                (SELECT jsonb_agg(x) FROM submission x WHERE x.task_id = t.id) AS submissions,
                (SELECT count(*)::int FROM cancellation x WHERE x.task_id = t.id) AS cancellations,
                (SELECT count(*)::int FROM journal_entry) AS journal, (SELECT count(*)::int FROM outbox) AS events
           FROM task t WHERE t.id = $1`,
        [taskId],
      )
    )[0];
  const lastEntry = async () =>
    (
      await par.database.query(
        'SELECT subject_id AS id, act, changes FROM journal_entry ORDER BY recorded_at DESC LIMIT 1',
      )
    )[0];
  const lastEvent = async () =>
    (await par.database.query('SELECT topic, payload FROM outbox ORDER BY id DESC LIMIT 1'))[0];

  const cases = taskStates.flatMap((state) =>
    verbs.flatMap((verb) => people.map((who) => ({ state, verb, who }))),
  );

  it.each(cases)('$state, $verb by $who', async ({ state, verb, who }) => {
    await putInto(state);
    const before = await everything();
    const abilities = (await clients.get(who)!.get(`/tasks/${taskId}`)).body.abilities ?? [];
    const [path, body] = requests[verb];
    const answer = await clients.get(who)!.post(`/tasks/${taskId}/${path}`, body);
    const after = await everything();
    const allowed = mayDo[verb].includes(who) && transitions[verb].from.includes(state);
    expect(abilities.includes(verb)).toBe(allowed);
    if (!allowed) {
      expect(answer.status).toBe(refusal(state, verb, who));
      expect(after).toEqual(before);
      return;
    }
    const { to } = transitions[verb];
    expect(answer.status).toBeLessThan(300);
    expect([after.state, after.version, after.journal]).toEqual([to, before.version + 1, before.journal + 1]);
    expect(await lastEntry()).toMatchObject({ id: taskId, act: told[verb] });
    expect((await lastEntry()).changes.state).toEqual(state === to ? undefined : [state, to]);
    expect(after.events).toBe(before.events + 1);
    expect(await lastEvent()).toMatchObject({
      topic: told[verb],
      payload: { taskId, version: after.version },
    });
  });

  /**
   * A draft is nobody's but the assigners', and to another unit the task does not exist: an officer, who could act on
   * other tasks, does not find it.
   */
  function refusal(state: TaskState, verb: TaskVerb, who: string): number {
    const hidden = who === 'officer-stc' || (who === 'officer-snv' && state === 'draft');
    if (hidden && verb !== 'assign') return 404;
    return mayDo[verb].includes(who) ? 409 : 403;
  }

  it.each(verbs)(
    '%s leaves the task as it is when its journal entry or its event cannot be written',
    async (verb) => {
      const [path, body] = requests[verb];
      const who = clients.get(mayDo[verb].at(-1)!)!;
      for (const table of ['journal_entry', 'outbox']) {
        await putInto(transitions[verb].from[0]);
        const before = await everything();
        await par.database.query(`ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`);
        const answer = await who.post(`/tasks/${taskId}/${path}`, body);
        await par.database.query(`ALTER TABLE ${table} DROP CONSTRAINT broken`);
        expect(answer.status).toBe(500);
        expect(await everything()).toEqual(before);
      }
    },
  );

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
