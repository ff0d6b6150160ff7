import { addPlan, addTask } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

const rule = (end: string) => `01890000-0000-7000-8000-0000000000${end}`;
const [DUE_IN_3, ASSIGNED, DIRECTION_GIVEN, MENTIONED] = [rule('02'), rule('09'), rule('0e'), rule('10')];
const [NO_PROGRESS, ACCEPTANCE_WAITS, DECISION_WAITS] = [rule('11'), rule('12'), rule('13')];

describe('reminder rules', () => {
  let par: Par;
  let admin: HttpClient;
  let officer: HttpClient;
  let local: HttpClient;
  let task: string;
  let officerId: string;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, 'T');
    const here = await addUnit(par.database, 'T.A', province);
    await addPerson(par, { username: 'admin', unitId: province, role: 'admin' });
    await addPerson(par, { username: 'local-admin', unitId: here, role: 'admin' });
    officerId = await addPerson(par, { username: 'officer', unitId: here, role: 'officer' });
    admin = await par.signIn('admin');
    officer = await par.signIn('officer');
    local = await par.signIn('local-admin');
    const plan = await addPlan(par.database, province, { code: 'P', issued_on: '2030-01-01' });
    task = await addTask(par.database, '2030-01-02', { plan_id: plan, lead_unit_id: here, code: 'NV' });
  });

  afterAll(() => par.close());

  const put = (id: string, body: object, version = '"1"') =>
    admin.with({ 'if-match': version }).put(`/reminder-rules/${id}`, body);

  /** All that a refused request must leave as it was. */
  const fingerprint = async () =>
    (
      await par.database.query(
        `SELECT (SELECT json_agg(r ORDER BY id) FROM reminder_rule r) AS rules, (SELECT count(*) FROM journal_entry) AS journal,
                (SELECT count(*) FROM outbox) AS outbox, (SELECT count(*) FROM reminder) AS reminders`,
      )
    )[0];

  it('are listed in the order in which a task meets them: its deadline, what happens, what does not', async () => {
    const { body } = await officer.get('/reminder-rules?count=true');
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      ...['due_in_7', 'due_in_3', 'due_in_1', 'due_today'],
      ...['overdue_1', 'overdue_3', 'overdue_7', 'overdue_15'],
      ...['assigned', 'submitted', 'returned', 'extension_requested', 'extension_decided'],
      ...['direction_given', 'direction_answered', 'mentioned'],
      ...['no_progress_4', 'acceptance_waits_3', 'decision_waits_3'],
    ]);
    expect(body.count).toBe(19);
    expect(body.items[16]).toMatchObject({ weeks: 4, offsetWorkingDays: null, own: false, exceptions: [] });
  });

  it('are not for whoever is nobody, an officer, or an administrator of a part', async () => {
    const before = await fingerprint();
    const own = { nameVi: 'Riêng', kind: 'deadline', offsetWorkingDays: -2, recipient: 'head' };
    expect((await par.http.get('/reminder-rules')).status).toBe(401);
    for (const who of [officer, local]) {
      const refused = who.with({ 'if-match': '"1"' });
      expect((await refused.put(`/reminder-rules/${DUE_IN_3}`, { active: false })).status).toBe(403);
      expect((await refused.post('/reminder-rules', own)).status).toBe(403);
      expect((await refused.delete(`/reminder-rules/${DUE_IN_3}`)).status).toBe(403);
    }
    expect(await fingerprint()).toEqual(before);
  });

  const noRules: [string, object, string][] = [
    [DUE_IN_3, { offsetWorkingDays: null }, 'offsetWorkingDays'],
    [DUE_IN_3, { offsetWorkingDays: -61 }, 'offsetWorkingDays'],
    [DUE_IN_3, { weeks: 2 }, 'weeks'],
    [ASSIGNED, { offsetWorkingDays: 3 }, 'offsetWorkingDays'],
    [NO_PROGRESS, { weeks: 53 }, 'weeks'],
    [NO_PROGRESS, { weeks: null }, 'weeks'],
    [NO_PROGRESS, { offsetWorkingDays: 3 }, 'offsetWorkingDays'],
    [NO_PROGRESS, { recipient: 'responsible' }, 'recipient'],
    [ACCEPTANCE_WAITS, { offsetWorkingDays: 0 }, 'offsetWorkingDays'],
    [DECISION_WAITS, { offsetWorkingDays: -3 }, 'offsetWorkingDays'],
    [ACCEPTANCE_WAITS, { recipient: 'responsible' }, 'recipient'],
    [DECISION_WAITS, { recipient: 'head' }, 'recipient'],
    [DUE_IN_3, { recipient: 'everyone' }, 'recipient'],
    [DUE_IN_3, { recipient: 'addressee' }, 'recipient'],
    [ASSIGNED, { recipient: 'mentioned' }, 'recipient'],
    [MENTIONED, { recipient: 'head' }, 'recipient'],
    [DIRECTION_GIVEN, { recipient: 'giver' }, 'recipient'],
    [DUE_IN_3, { nameVi: '  ' }, 'nameVi'],
    [DUE_IN_3, { kind: 'no_progress' }, 'kind'],
  ];
  it.each(noRules)('%s with %j is no rule', async (id, body, path) => {
    const before = await fingerprint();
    const refused = await put(id, body);
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ path }]]);
    expect(await fingerprint()).toEqual(before);
  });

  it('are changed only in the version that was read', async () => {
    expect((await admin.put(`/reminder-rules/${DUE_IN_3}`, { active: false })).status).toBe(428);
    expect((await put(DUE_IN_3, { active: false }, '"7"')).status).toBe(412);
    expect((await put(rule('ff'), { active: false })).status).toBe(404);
    const read = await admin.get(`/reminder-rules/${DUE_IN_3}`);
    expect(read.headers.etag).toBe('"1"');
    expect(read.body).toMatchObject({ version: 1, offsetWorkingDays: -3, active: true });
  });

  it('are changed, recorded, and have everything derived anew', async () => {
    const changed = await put(DUE_IN_3, { offsetWorkingDays: -5, recipient: 'head', nameVi: 'Còn 5 ngày' });
    expect(changed.body).toMatchObject({
      ...{ code: 'due_in_3', version: 2, offsetWorkingDays: -5, recipient: 'head', active: true },
      nameVi: 'Còn 5 ngày',
    });
    expect(changed.headers.etag).toBe('"2"');
    const [entry] = await par.database.query(
      `SELECT changes FROM journal_entry WHERE act = 'reminder_rule.changed'`,
    );
    expect(entry.changes).toMatchObject({
      offsetWorkingDays: [-3, -5],
      recipient: ['responsible', 'head'],
      nameVi: ['Còn 3 ngày làm việc', 'Còn 5 ngày'],
    });
    expect(
      await par.database.query(`SELECT payload FROM outbox WHERE topic = 'reminder_rule.changed'`),
    ).toEqual([{ payload: { ruleId: DUE_IN_3 } }]);
    expect((await put(NO_PROGRESS, { weeks: 6 })).body).toMatchObject({ weeks: 6, version: 2 });
    expect((await put(ACCEPTANCE_WAITS, { offsetWorkingDays: 5 })).body.offsetWorkingDays).toBe(5);
  });

  describe('of one’s own', () => {
    const own = { nameVi: 'Còn 10 ngày', kind: 'deadline', offsetWorkingDays: -10, recipient: 'head' };
    const make = (more: object = {}) => admin.post('/reminder-rules', { ...own, ...more });
    const remove = (id: string, version = '"1"') =>
      admin.with({ 'if-match': version }).delete(`/reminder-rules/${id}`);
    const plan = (ruleId: string, revision: number, told = false) =>
      par.database.query(
        `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at, told_at)
         VALUES (uuid_v7(), $1, $2, $3, $4, $1, '2030-01-02', now(), now(), $5)`,
        [task, ruleId, revision, officerId, told ? par.clock.now() : null],
      );

    it.each([
      [{ kind: 'assigned', offsetWorkingDays: null }, 'kind'],
      [{ offsetWorkingDays: undefined }, 'offsetWorkingDays'],
      [{ offsetWorkingDays: 61 }, 'offsetWorkingDays'],
      [{ kind: 'no_progress', offsetWorkingDays: null }, 'weeks'],
      [{ kind: 'acceptance_waits', offsetWorkingDays: 0, recipient: 'assigner' }, 'offsetWorkingDays'],
      [{ recipient: 'mentioned' }, 'recipient'],
      [{ nameVi: undefined }, 'nameVi'],
      [{ code: 'Rule 1' }, 'code'],
      [{ code: 'due_in_7' }, 'code'],
    ])('are not made with %j', async (more, path) => {
      const before = await fingerprint();
      const refused = await make(more);
      expect([refused.status, refused.body.errors]).toMatchObject([400, [{ path }]]);
      expect(await fingerprint()).toEqual(before);
    });

    it('are made with a code given or chosen, recorded, and listed in their place', async () => {
      const first = await make();
      expect([first.status, first.headers.etag]).toEqual([201, '"1"']);
      expect(first.body).toMatchObject({ ...own, code: 'own_1', nameEn: 'Còn 10 ngày', own: true });
      expect(first.body).toMatchObject({ weeks: null, active: true, version: 1, exceptions: [] });
      const second = await make({ code: 'early', nameEn: 'Early', offsetWorkingDays: -20, active: false });
      expect(second.body).toMatchObject({ code: 'early', nameEn: 'Early', active: false });
      expect((await make({ offsetWorkingDays: 30 })).body.code).toBe('own_2');
      const { items } = (await officer.get('/reminder-rules?limit=10')).body;
      expect(items.map(({ code }: any) => code).slice(0, 3)).toEqual(['early', 'own_1', 'due_in_7']);
      expect(items[0]).toEqual(second.body);
      const [entry] = await par.database.query(
        `SELECT changes FROM journal_entry WHERE act = 'reminder_rule.created' AND subject_id = $1`,
        [first.body.id],
      );
      expect(entry.changes).toMatchObject({ code: [null, 'own_1'], offsetWorkingDays: [null, -10] });
    });

    it('are removed with what they planned, in the version that was read', async () => {
      const { id } = (await make()).body;
      await plan(id, 0);
      expect((await admin.delete(`/reminder-rules/${id}`)).status).toBe(428);
      expect((await remove(id, '"2"')).status).toBe(412);
      expect((await remove(id)).status).toBe(204);
      expect((await admin.get(`/reminder-rules/${id}`)).status).toBe(404);
      expect((await remove(id)).status).toBe(404);
      const traces = await par.database.query(
        `SELECT (SELECT count(*)::int FROM reminder WHERE rule_id = $1) AS left,
                (SELECT changes->'code'->>1 FROM journal_entry WHERE subject_id = $1 AND act = 'reminder_rule.deleted') AS after,
                (SELECT count(*)::int FROM outbox WHERE payload->>'ruleId' = $1::text) AS told`,
        [id],
      );
      expect(traces).toEqual([{ left: 0, after: null, told: 2 }]);
    });

    it('stay once they have told somebody, with all they planned; those of the system stay always', async () => {
      const { id } = (await make()).body;
      await plan(id, 0);
      await plan(id, 1, true);
      const before = await fingerprint();
      expect((await remove(id)).body).toMatchObject({ status: 409, code: 'reminder_rule.has_told' });
      expect((await remove(ASSIGNED)).body).toMatchObject({ status: 409, code: 'reminder_rule.not_own' });
      expect(await fingerprint()).toEqual(before);
    });

    it('are at most so many that all of them can be shown', async () => {
      await par.database.query(
        `INSERT INTO reminder_rule (id, code, name_vi, name_en, kind, offset_working_days, recipient, own)
         SELECT gen_random_uuid(), 'many_' || n, 'x', 'x', 'deadline', 5, 'head', true
           FROM generate_series(1, 200 - (SELECT count(*)::int FROM reminder_rule)) AS n`,
      );
      expect((await make()).body).toMatchObject({ status: 409, code: 'reminder_rule.too_many' });
    });
  });
});
