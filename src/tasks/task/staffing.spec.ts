import { openFamily, type Family } from '../../../test/support/family';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson } from '../../../test/support/people';

/** The responsible individual is named by the assigner, an officer of the lead unit or its head (decision 0020). */
describe('the responsible individual', () => {
  let family: Family;
  let task: any;

  beforeAll(async () => {
    family = await openFamily();
  });

  beforeEach(async () => {
    task = await family.task();
  });

  afterAll(() => family.par.close());

  const name = (who: HttpClient, responsibleId: string | null, fields: object = {}) =>
    who.with({ 'if-match': `"${task.version}"` }).patch(`/tasks/${task.id}`, { responsibleId, ...fields });
  const head = async (username: string, role?: 'leader' | 'auditor', roleUnitId?: string) => {
    const unitId = family.department;
    const id = await addPerson(family.par, { username, unitId, role, roleUnitId });
    await family.par.database.query('UPDATE app_user SET is_head = true WHERE id = $1', [id]);
    return family.par.signIn(username);
  };

  it('is named by an officer, and handing over tells the new one', async () => {
    const { colleague, head } = family.people;
    task = (await name(family.officer, colleague)).body;
    expect(task.responsible.id).toBe(colleague);
    expect((await name(family.colleague, head)).body.responsible.id).toBe(head);
    const told = await family.par.database.query(
      `SELECT count(*)::int AS count FROM outbox WHERE topic = 'task.responsible_changed' AND payload ->> 'taskId' = $1`,
      [task.id],
    );
    expect(told[0].count).toBe(2);
  });

  it('is named by the head of the lead unit, who changes nothing else', async () => {
    const { head } = family;
    expect((await head.get('/session')).body.user.permissions).toEqual(
      expect.arrayContaining(['task.staff', 'task.hand_down']),
    );
    expect((await name(head, family.people.colleague, { titleVi: 'Khác' })).status).toBe(403);
    expect((await name(head, family.people.colleague)).status).toBe(200);
    expect((await current()).abilities).toContain('staff');
  });

  it('is not named by a leader who heads nothing, nor by the head of another unit', async () => {
    const { colleague } = family.people;
    await addPerson(family.par, { username: 'deputy', unitId: family.department, role: 'leader' });
    expect((await name(await family.par.signIn('deputy'), colleague)).status).toBe(403);
    await family.par.database.query(`UPDATE app_user SET is_head = true WHERE username = 'officer-stc'`);
    expect((await name(family.stranger, colleague)).status).toBe(404);
  });

  it('is not named by a head without a role, with an auditor’s, or with a role elsewhere', async () => {
    const { colleague } = family.people;
    for (const who of [
      await head('head-none'),
      await head('head-auditor', 'auditor'),
      await head('head-elsewhere', 'leader', family.other),
    ]) {
      const { status } = await name(who, colleague);
      expect([403, 404]).toContain(status);
      expect((await who.get('/session')).body.user.permissions).not.toContain('task.staff');
    }
  });

  it('is found among the active people of the unit by those who name', async () => {
    const { department, colleague } = { ...family.people, department: family.department };
    const gone = await addPerson(family.par, { username: 'gone', unitId: department, role: 'officer' });
    await family.par.database.query('UPDATE app_user SET active = false WHERE id = $1', [gone]);
    for (const who of [family.officer, family.head]) {
      const { items } = (await who.get(`/users?unitId=${department}&active=true&limit=200`)).body;
      const ids = items.map((person: any) => person.id);
      expect([ids.includes(colleague), ids.includes(gone)]).toEqual([true, false]);
    }
    expect((await name(family.officer, gone)).body.errors[0].code).toBe('responsible_elsewhere');
    expect((await family.stranger.get(`/users?unitId=${department}`)).body.items).toEqual([]);
  });

  const current = async () => (await family.head.get(`/tasks/${task.id}`)).body;
});
