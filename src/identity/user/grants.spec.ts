import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { withdrawRole } from './grants';

describe('roles held in a subtree', () => {
  let par: Par;
  let [province, snv, stc, officer, topAdmin]: string[] = [];
  let admin: HttpClient;
  let local: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    province = await addUnit(par.database, '20');
    snv = await addUnit(par.database, 'LS-SNV', province);
    stc = await addUnit(par.database, 'LS-STC', province);
    topAdmin = await addPerson(par, { username: 'admin', unitId: province, role: 'admin' });
    await addPerson(par, { username: 'snv-admin', unitId: snv, role: 'admin' });
    officer = await addPerson(par, { username: 'officer', unitId: snv });
    [admin, local] = [await par.signIn('admin'), await par.signIn('snv-admin')];
  });

  afterAll(() => par.close());

  it('are given within the own administration and count at once', async () => {
    const person = await par.signIn('officer');
    expect((await person.get('/users')).status).toBe(403);
    const given = await local.post(`/users/${officer}/grants`, { role: 'officer', unitId: snv });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({ role: 'officer', unit: { code: 'LS-SNV' } });
    expect((await person.get('/users')).status).toBe(200);
    expect((await local.get(`/users/${officer}/grants`)).body.items).toEqual([given.body]);
    expect((await local.post(`/users/${officer}/grants`, { role: 'officer', unitId: snv })).status).toBe(409);
    expect((await local.delete(`/users/${officer}/grants/${given.body.id}`)).status).toBe(204);
    expect((await person.get('/users')).status).toBe(403);
  });

  it.each([
    ['above', () => province],
    ['beside', () => stc],
  ])('are not given in a unit %s the own administration', async (_, unitId) => {
    const answer = await local.post(`/users/${officer}/grants`, { role: 'admin', unitId: unitId() });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'unitId']);
  });

  it('held elsewhere are not withdrawn from below, nor are people elsewhere found', async () => {
    const higher = await admin.post(`/users/${officer}/grants`, { role: 'auditor', unitId: province });
    const refused = await local.delete(`/users/${officer}/grants/${higher.body.id}`);
    expect([refused.status, refused.body.code]).toEqual([403, 'user.higher_rights']);
    expect((await local.post(`/users/${topAdmin}/grants`, { role: 'officer', unitId: snv })).status).toBe(
      404,
    );
    expect((await admin.delete(`/users/${officer}/grants/${higher.body.id}`)).status).toBe(204);
    expect((await admin.delete(`/users/${officer}/grants/${higher.body.id}`)).status).toBe(404);
  });

  it('keep an administrator at the top, whatever is tried', async () => {
    const [held] = (await admin.get(`/users/${topAdmin}/grants`)).body.items;
    const withdraw = await admin.delete(`/users/${topAdmin}/grants/${held.id}`);
    const close = await admin.with({ 'if-match': '"1"' }).patch(`/users/${topAdmin}`, { active: false });
    expect([withdraw.body.code, close.body.code]).toEqual(['user.last_admin', 'user.last_admin']);
  });

  it('keep one of two administrators who remove each other at the same moment', async () => {
    const second = await addPerson(par, { username: 'admin-2', unitId: province, role: 'admin' });
    const changes = new Changes(par.database);
    const remove = async (userId: string) => {
      const [{ id }] = (await admin.get(`/users/${userId}/grants`)).body.items;
      return () =>
        changes.run(systemCaller(par.clock.now(), 'test'), async (change) => {
          await withdrawRole(change, { id, userId, role: 'admin', unitId: province });
          // Not yet committed when the other one asks.
          await sleep(300);
        });
    };
    const removals = [await remove(topAdmin), await remove(second)];
    const outcomes = await Promise.allSettled(removals.map((removal) => removal()));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await par.database.query("SELECT 1 FROM role_grant WHERE role = 'admin' AND unit_id = $1", [
      province,
    ]);
    expect(left).toHaveLength(1);
  });

  it('leave their changes in the journal, for the people of the person’s unit', async () => {
    const entries = await par.database.query(
      "SELECT act, actor_name, unit_id, changes FROM journal_entry WHERE act LIKE 'grant.%' AND subject_id = $1 ORDER BY id",
      [officer],
    );
    expect(entries[0]).toEqual({
      act: 'grant.added',
      actor_name: 'snv-admin',
      unit_id: snv,
      changes: { role: [null, 'officer'], unitId: [null, snv] },
    });
    expect(entries[1]).toMatchObject({ act: 'grant.removed', changes: { role: ['officer', null] } });
  });
});
