import { openFamily, type Family } from '../../../test/support/family';
import type { HttpClient } from '../../../test/support/http-client';

/** Who handed a part down decides on it, but nobody on what he himself submitted or asked for (decision 0020). */
describe('the decision on a part handed down', () => {
  let family: Family;
  let parent: any;

  beforeAll(async () => {
    family = await openFamily();
  });

  beforeEach(async () => {
    parent = await family.task();
  });

  afterAll(() => family.par.close());

  const part = async (fields: object = {}, who = family.officer) =>
    (await family.handDown(who, parent.id, fields)).body.id as string;
  const act = (who: HttpClient, id: string, path: string, body: object = {}) =>
    who.post(`/tasks/${id}/${path}`, body);
  const abilities = async (who: HttpClient, id: string) =>
    (await who.get(`/tasks/${id}`)).body.abilities as string[];

  it('in one unit is taken by the head or another officer, never by the submitter', async () => {
    for (const decider of [family.colleague, family.head, family.committee]) {
      const id = await part();
      expect((await act(family.officer, id, 'submission')).status).toBe(201);
      expect(await abilities(family.officer, id)).not.toContain('accept');
      expect(await abilities(decider, id)).toEqual(expect.arrayContaining(['accept', 'return']));
      for (const [path, body] of [
        ['acceptance', {}],
        ['return', { reason: 'Thiếu' }],
      ] as const) {
        const own = await act(family.officer, id, path, body);
        expect([own.status, own.body.code]).toEqual([403, 'task.own_decision']);
      }
      expect((await act(decider, id, 'acceptance')).body.state).toBe('accepted');
    }
  });

  it('is not taken by the submitter above the unit that did the work either', async () => {
    const id = await part({ leadUnitId: family.division });
    await act(family.officer, id, 'submission');
    expect((await act(family.officer, id, 'acceptance')).body.code).toBe('task.own_decision');
    expect((await act(family.divisionOfficer, id, 'acceptance')).body.code).toBe('forbidden');
    expect((await act(family.colleague, id, 'return', { reason: 'Thiếu' })).status).toBe(201);
    await act(family.divisionOfficer, id, 'submission');
    expect((await act(family.officer, id, 'acceptance')).status).toBe(201);
  });

  it('holds for a submission and its acceptance that race', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await part();
      await Promise.all([act(family.officer, id, 'submission'), act(family.officer, id, 'acceptance')]);
      expect((await family.officer.get(`/tasks/${id}`)).body.state).toBe('submitted');
    }
  });

  it('on an extension is taken by another one than who asked, and bound by the day of the whole', async () => {
    const id = await part({ leadUnitId: family.division });
    const asked = await act(family.officer, id, 'extensions', { newDueDate: '2026-12-20', reason: 'Chờ' });
    const decide = (who: HttpClient, body: object) =>
      who.post(`/extensions/${asked.body.extensionId}/decision`, { approved: true, ...body });
    expect(await abilities(family.officer, id)).not.toContain('decideExtension');
    expect((await decide(family.officer, {})).body.code).toBe('task.own_decision');
    expect((await decide(family.divisionOfficer, {})).body.code).toBe('forbidden');
    expect((await decide(family.stranger, {})).status).toBe(404);
    expect((await decide(family.colleague, {})).body.errors[0].code).toBe('due_after_parent');
    expect((await decide(family.colleague, { newDueDate: '2026-12-15' })).body).toMatchObject({
      dueDate: '2026-12-15',
      originalDueDate: '2026-12-10',
    });
  });

  it('leaves the task of the plan to the assigner', async () => {
    await act(family.officer, parent.id, 'submission');
    for (const who of [family.officer, family.colleague, family.head]) {
      expect((await act(who, parent.id, 'acceptance')).body.code).toBe('forbidden');
      expect((await act(who, parent.id, 'cancellation', { reason: 'x' })).body.code).toBe('forbidden');
      expect(await abilities(who, parent.id)).not.toContain('accept');
    }
  });

  it('lets the whole be submitted and accepted while parts are open', async () => {
    const id = await part();
    await act(family.officer, parent.id, 'submission');
    expect((await act(family.committee, parent.id, 'acceptance')).body.state).toBe('accepted');
    expect((await act(family.officer, id, 'progress', { percent: 30 })).status).toBe(201);
  });

  it('lets those who handed it down correct its words, and not those who received it', async () => {
    const id = await part({ leadUnitId: family.division });
    const patch = (who: HttpClient, version: number) =>
      who.with({ 'if-match': `"${version}"` }).patch(`/tasks/${id}`, { titleVi: 'Sửa lại' });
    expect((await patch(family.divisionOfficer, 1)).status).toBe(403);
    expect((await patch(family.head, 1)).body.titleVi).toBe('Sửa lại');
    expect((await patch(family.stranger, 2)).status).toBe(404);
  });

  it('follows the unit that leads the parent now', async () => {
    const id = await part({ leadUnitId: family.division });
    const move = { leadUnitId: family.division };
    await family.committee.with({ 'if-match': '"1"' }).patch(`/tasks/${parent.id}`, move);
    expect(await abilities(family.divisionOfficer, id)).toEqual(expect.arrayContaining(['cancel', 'edit']));
  });

  it('is no business of a part that the plan itself assigns', async () => {
    const batch = await family.committee.post('/tasks/batch', {
      planId: family.planId,
      titleVi: 'Rà soát',
      leadUnitIds: [family.division],
      parentLeadUnitId: family.department,
    });
    const id = batch.body.children[0].id as string;
    await act(family.divisionOfficer, id, 'submission');
    expect((await act(family.officer, id, 'acceptance')).body.code).toBe('forbidden');
  });
});
