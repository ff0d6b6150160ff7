import { openPar, type Par } from '../../../test/support/par';
import { stirTasks } from '../../../test/support/stirred-tasks';
import { readableBy } from '../comments/readers';
import { waitingForPeople } from './waiting-for-people';

describe('what waits for people', () => {
  let par: Par;
  beforeAll(async () => {
    par = await openPar('sample');
    await stirTasks(par.database);
  });
  afterAll(() => par.close());

  it('is for all at once what the list of each shows, but for their own tasks that are not begun or returned', async () => {
    const people: { id: string; username: string }[] = await par.database.query(
      `SELECT id, username FROM app_user WHERE username IN ('committee', 'admin', 'leader', 'auditor', 'officer-snv', 'officer-vpubnd', 'officer-178')`,
    );
    const rows: { personId: string; taskId: string; own: boolean }[] = await par.database.query(
      `SELECT DISTINCT w.person_id AS "personId", t.id AS "taskId"
         FROM (${waitingForPeople('SELECT unnest($1::uuid[])')}) AS w JOIN task t ON t.id = w.task_id
        WHERE ${readableBy('w.person_id')}`,
      [people.map(({ id }) => id)],
    );
    let found = 0;
    for (const { id, username } of people) {
      const own: { id: string }[] = await par.database.query(
        `SELECT t.id FROM task t WHERE t.responsible_id = $1 AND t.state IN ('assigned', 'returned') AND ${readableBy('$1')}`,
        [id],
      );
      const expected = new Set([
        ...rows.filter(({ personId }) => personId === id).map(({ taskId }) => taskId),
        ...own.map((task) => task.id),
      ]);
      const listed = await listOf(username);
      expect([username, [...listed].sort()]).toEqual([username, [...expected].sort()]);
      found += listed.length;
    }
    expect(found).toBeGreaterThan(50);
  });

  async function listOf(username: string): Promise<string[]> {
    const client = await par.signIn(username);
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await client.get(`/tasks?relation=waiting_for_me&limit=200${cursor}`);
      ids.push(...body.items.map((task: { id: string }) => task.id));
      if (!body.nextCursor) return ids;
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
  }
});
