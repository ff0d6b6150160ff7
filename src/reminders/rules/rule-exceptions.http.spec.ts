import { addPlan } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

const rule = (end: string) => `01890000-0000-7000-8000-0000000000${end}`;
const [DUE_IN_7, ASSIGNED, NO_PROGRESS, ACCEPTANCE_WAITS] = [rule('01'), rule('09'), rule('11'), rule('12')];
const NOBODY = rule('ff');

describe('exceptions from reminder rules', () => {
  let par: Par;
  let top: HttpClient;
  let here: HttpClient;
  let there: HttpClient;
  let officer: HttpClient;
  let plan: Record<'province' | 'here' | 'there', string>;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, 'T');
    const [a, b] = [
      await addUnit(par.database, 'T.A', province),
      await addUnit(par.database, 'T.B', province),
    ];
    await addPerson(par, { username: 'top', unitId: province, role: 'committee' });
    await addPerson(par, { username: 'here', unitId: a, role: 'committee' });
    await addPerson(par, { username: 'there', unitId: b, role: 'committee' });
    await addPerson(par, { username: 'officer', unitId: a, role: 'officer' });
    [top, here, there, officer] = [
      await par.signIn('top'),
      await par.signIn('here'),
      await par.signIn('there'),
      await par.signIn('officer'),
    ];
    plan = {
      province: await addPlan(par.database, province, { code: 'P' }),
      here: await addPlan(par.database, a, { code: 'P.A' }),
      there: await addPlan(par.database, b, { code: 'P.B' }),
    };
  });

  afterAll(() => par.close());

  beforeEach(() => par.database.query('DELETE FROM reminder_rule_exception'));

  const set = (who: HttpClient, body: object, version?: string, id = DUE_IN_7) =>
    (version ? who.with({ 'if-match': version }) : who).put(`/reminder-rules/${id}/exceptions`, body);
  const remove = (who: HttpClient, exceptionId: string, version = '"1"', id = DUE_IN_7) =>
    who.with({ 'if-match': version }).delete(`/reminder-rules/${id}/exceptions/${exceptionId}`);
  const shown = async (who: HttpClient) => (await who.get(`/reminder-rules/${DUE_IN_7}`)).body.exceptions;
  const fingerprint = async () =>
    (
      await par.database.query(
        `SELECT (SELECT json_agg(x ORDER BY id) FROM reminder_rule_exception x) AS exceptions,
                (SELECT count(*) FROM journal_entry) AS journal, (SELECT count(*) FROM outbox) AS outbox`,
      )
    )[0];

  it('are made for a plan, recorded where the plan is issued, and have everything derived anew', async () => {
    const made = await set(top, { planId: plan.here, priority: 'high', offsetWorkingDays: -10 });
    expect([made.status, made.headers.etag]).toEqual([200, '"1"']);
    expect(made.body).toEqual({
      ...{ id: expect.any(String), plan: { id: plan.here, code: 'P.A' }, priority: 'high', active: null },
      ...{ offsetWorkingDays: -10, weeks: null, recipient: null, version: 1 },
    });
    expect(await shown(top)).toEqual([made.body]);
    const [entry] = await par.database.query(
      `SELECT e.subject_id, e.changes, u.code FROM journal_entry e JOIN unit u ON u.id = e.unit_id
        WHERE e.act = 'reminder_rule.exception_set'`,
    );
    expect(entry).toEqual({
      ...{ subject_id: DUE_IN_7, code: 'T.A' },
      changes: { plan: [null, 'P.A'], priority: [null, 'high'], offsetWorkingDays: [null, -10] },
    });
    const told = await par.database.query(
      `SELECT payload FROM outbox WHERE topic = 'reminder_rule.changed' ORDER BY id DESC LIMIT 1`,
    );
    expect(told).toEqual([{ payload: { ruleId: DUE_IN_7 } }]);
  });

  it('are replaced whole, in the version that was read, and removed so', async () => {
    const body = { planId: plan.here, priority: null, active: false };
    expect((await set(here, body, '"1"')).status).toBe(412);
    const { id } = (await set(here, body)).body;
    const before = await fingerprint();
    expect((await set(here, body)).status).toBe(428);
    expect((await set(here, body, '"2"')).status).toBe(412);
    expect(await fingerprint()).toEqual(before);
    const replaced = await set(here, { planId: plan.here, recipient: 'head' }, '"1"');
    expect(replaced.body).toMatchObject({ id, active: null, recipient: 'head', version: 2 });
    expect(await shown(here)).toEqual([replaced.body]);
    expect((await here.delete(`/reminder-rules/${DUE_IN_7}/exceptions/${id}`)).status).toBe(428);
    expect((await remove(here, id, '"1"')).status).toBe(412);
    expect((await remove(here, id, '"2"')).status).toBe(204);
    expect((await remove(here, id, '"2"')).status).toBe(404);
    const [gone] = await par.database.query(
      `SELECT changes FROM journal_entry WHERE act = 'reminder_rule.exception_removed'`,
    );
    expect(gone.changes).toEqual({ plan: [null, 'P.A'], recipient: ['head', null] });
  });

  it.each([
    [DUE_IN_7, { active: false }, 'planId'],
    [DUE_IN_7, { priority: 'urgent', active: false }, 'priority'],
    [DUE_IN_7, { priority: 'low' }, 'active'],
    [DUE_IN_7, { priority: 'low', weeks: 3 }, 'weeks'],
    [DUE_IN_7, { priority: 'low', offsetWorkingDays: 61 }, 'offsetWorkingDays'],
    [DUE_IN_7, { priority: 'low', recipient: 'giver' }, 'recipient'],
    [ASSIGNED, { priority: 'low', offsetWorkingDays: 1 }, 'offsetWorkingDays'],
    [NO_PROGRESS, { priority: 'low', weeks: 0 }, 'weeks'],
    [NO_PROGRESS, { priority: 'low', recipient: 'responsible' }, 'recipient'],
    [ACCEPTANCE_WAITS, { priority: 'low', offsetWorkingDays: 0 }, 'offsetWorkingDays'],
    [DUE_IN_7, { planId: 'x', active: false }, 'planId'],
    [DUE_IN_7, { priority: 'low', active: 'no' }, 'active'],
  ])('of %s are not made with %j', async (id, body, path) => {
    const before = await fingerprint();
    const refused = await set(top, body, undefined, id);
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ path }]]);
    expect(await fingerprint()).toEqual(before);
  });

  it('are made by who writes rules where the plan is issued, those of every plan at the top alone', async () => {
    const off = (planId: string | null) => ({ planId, priority: 'low', active: false });
    const statuses = async (who: HttpClient) => [
      (await set(who, off(plan.province))).status,
      (await set(who, off(plan.here))).status,
      (await set(who, off(plan.there))).status,
      (await set(who, off(null))).status,
    ];
    expect(await statuses(officer)).toEqual([403, 403, 403, 403]);
    expect(await statuses(here)).toEqual([403, 200, 404, 403]);
    expect(await statuses(there)).toEqual([403, 404, 200, 403]);
    expect((await set(top, off(plan.province))).status).toBe(200);
    expect((await set(top, off(null))).status).toBe(200);
    expect((await set(top, off(NOBODY))).status).toBe(404);
    expect((await set(top, off(null), undefined, NOBODY)).status).toBe(404);
    const codes = async (who: HttpClient) => (await shown(who)).map(({ plan }: any) => plan?.code ?? null);
    expect((await codes(top)).sort()).toEqual(['P', 'P.A', 'P.B', null].sort());
    expect((await codes(here)).sort()).toEqual(['P', 'P.A', null].sort());
    expect((await codes(officer)).sort()).toEqual(['P', 'P.A', null].sort());
  });

  it('of a plan out of sight are not there to be removed; of one in sight alone they are refused', async () => {
    const elsewhere = (await set(top, { planId: plan.there, active: false })).body.id;
    const above = (await set(top, { planId: plan.province, active: false })).body.id;
    const every = (await set(top, { priority: 'high', active: false })).body.id;
    const before = await fingerprint();
    expect((await remove(here, elsewhere)).status).toBe(404);
    expect((await remove(here, above)).status).toBe(403);
    expect((await remove(here, every)).status).toBe(403);
    expect((await remove(top, elsewhere, '"1"', ASSIGNED)).status).toBe(404);
    expect(await fingerprint()).toEqual(before);
    expect((await remove(top, every)).status).toBe(204);
  });

  it('of one rule are at most 200', async () => {
    await par.database.query(
      `WITH p AS (INSERT INTO plan (id, code, kind, year, issuer_unit_id, issued_on, title_vi)
         SELECT uuid_v7(), 'M' || n, 'annual_plan', 2020, (SELECT issuer_unit_id FROM plan WHERE id = $2), '2020-01-01', 'x'
           FROM generate_series(1, 200) AS n RETURNING id)
       INSERT INTO reminder_rule_exception (id, rule_id, plan_id, active) SELECT uuid_v7(), $1, id, false FROM p`,
      [DUE_IN_7, plan.there],
    );
    const full = await set(top, { priority: 'high', active: false });
    expect(full.body).toMatchObject({ status: 409, code: 'reminder_rule.too_many_exceptions' });
  });

  it('made for the same plan and priority at once become one, and the second is told of the first', async () => {
    const body = { planId: plan.here, priority: 'high', active: false };
    const answers = await Promise.all(Array.from({ length: 4 }, () => set(top, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 428, 428, 428]);
    expect(await shown(top)).toHaveLength(1);
  });
});
