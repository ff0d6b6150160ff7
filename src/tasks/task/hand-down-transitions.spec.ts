import { openFamily, type Family } from '../../../test/support/family';
import type { HttpClient } from '../../../test/support/http-client';
import { taskStates, transitions, type TaskState, type TaskVerb } from './task-status';

type Verb = Exclude<TaskVerb, 'assign'>;

const requests: Record<Verb, [string, object]> = {
  progress: ['progress', { percent: 40 }],
  submit: ['submission', {}],
  accept: ['acceptance', {}],
  return: ['return', { reason: 'Thiếu phụ lục' }],
  cancel: ['cancellation', { reason: 'Không còn cần' }],
};
/** The part lies in the division; the department handed it down. */
const mayDo: Record<Verb, string[]> = {
  progress: ['officer', 'colleague', 'division'],
  submit: ['officer', 'colleague', 'division'],
  accept: ['admin', 'committee', 'officer', 'colleague', 'head'],
  return: ['admin', 'committee', 'officer', 'colleague', 'head'],
  cancel: ['admin', 'committee', 'officer', 'colleague', 'head'],
};
const people = ['admin', 'committee', 'leader', 'head', 'officer', 'colleague', 'division', 'auditor'];
const verbs = Object.keys(requests) as Verb[];
// A part is born assigned.
const states = taskStates.filter((state) => state !== 'draft');

describe('the transitions of a part that was handed down', () => {
  let family: Family;
  let partId: string;
  const clients: Record<string, HttpClient> = {};

  beforeAll(async () => {
    family = await openFamily();
    const { par, committee, head, officer, colleague, divisionOfficer, division } = family;
    Object.assign(clients, { committee, head, officer, colleague, division: divisionOfficer });
    for (const name of ['admin', 'leader', 'auditor']) clients[name] = await par.signIn(name);
    const parent = await family.task();
    partId = (await family.handDown(officer, parent.id, { leadUnitId: division })).body.id;
  });

  afterAll(() => family.par.close());

  const putInto = async (state: TaskState) => {
    const { database } = family.par;
    await database.query('DELETE FROM submission WHERE task_id = $1', [partId]);
    await database.query('DELETE FROM cancellation WHERE task_id = $1', [partId]);
    await database.query(
      `UPDATE task SET state = $2, submitted_on = CASE WHEN $2 IN ('submitted', 'accepted') THEN date '2026-11-23' END WHERE id = $1`,
      [partId, state],
    );
  };

  const counts = async () =>
    (
      await family.par.database.query(
        `SELECT t.state, t.version, (SELECT count(*)::int FROM journal_entry WHERE subject_id = t.id) AS journal,
                (SELECT count(*)::int FROM outbox WHERE payload ->> 'taskId' = t.id::text) AS events FROM task t WHERE t.id = $1`,
        [partId],
      )
    )[0];

  const cases = states.flatMap((state) =>
    verbs.flatMap((verb) => people.map((who) => ({ state, verb, who }))),
  );

  it.each(cases)('$state, $verb by $who', async ({ state, verb, who }) => {
    await putInto(state);
    const before = await counts();
    const { abilities } = (await clients[who].get(`/tasks/${partId}`)).body;
    const allowed = mayDo[verb].includes(who) && transitions[verb].from.includes(state);
    expect([verb, abilities.includes(verb)]).toEqual([verb, allowed]);
    const [path, body] = requests[verb];
    const answer = await clients[who].post(`/tasks/${partId}/${path}`, body);
    const after = await counts();
    if (!allowed) {
      expect(answer.status).toBe(mayDo[verb].includes(who) ? 409 : 403);
      expect(after).toEqual(before);
      return;
    }
    expect(answer.status).toBeLessThan(300);
    expect(after).toMatchObject({
      state: transitions[verb].to,
      version: before.version + 1,
      journal: before.journal + 1,
    });
    expect(after.events).toBe(before.events + 1);
  });
});
