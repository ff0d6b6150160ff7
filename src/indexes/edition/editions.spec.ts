import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';
import { loadReferenceIndexes, readData } from '../../../test/support/reference-data';
import type { HttpClient } from '../../../test/support/http-client';

/** The smallest whole set: one field, one criterion, two components, two points. */
const smallSet = (year: number, over: object = {}, component: object = {}) => ({
  index: 'PAR_INDEX',
  year,
  totals: { components: 2, maxPoints: 2, byMethod: { appraisal: 2 } },
  fields: [
    {
      code: '1',
      nameVi: 'Chỉ đạo',
      nameEn: 'Steering',
      maxPoints: 2,
      criteria: [
        {
          code: '1.1',
          nameVi: 'Kế hoạch',
          nameEn: 'Plan',
          maxPoints: 2,
          components: [
            {
              code: '1.1.1',
              nameVi: 'Kịp thời',
              maxPoints: 0.5,
              method: 'appraisal',
              rule: { type: 'binary' },
            },
            {
              code: '1.1.2',
              nameVi: 'Chất lượng',
              maxPoints: 1.5,
              method: 'appraisal',
              rule: { type: 'manual' },
              ...component,
            },
          ],
        },
      ],
    },
  ],
  ...over,
});
const secondComponent = 'fields[0].criteria[0].components[1]';

describe('sets of criteria over HTTP', () => {
  let par: Par;
  let writer: HttpClient;
  let officer: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    const department = await addUnit(par.database, 'LS-SNV', province);
    await addPerson(par, { username: 'thuong-truc', unitId: province, role: 'committee' });
    await addPerson(par, { username: 'can-bo', unitId: department, role: 'officer' });
    await addPerson(par, { username: 'ban-so', unitId: department, role: 'committee' });
    await loadReferenceIndexes(par.database);
    [writer, officer] = await Promise.all([par.signIn('thuong-truc'), par.signIn('can-bo')]);
  });

  afterAll(() => par.close());

  const imported = (body: object, client = writer) => client.post('/indexes/PAR_INDEX/editions', body);
  const paths = (answer: { body: { errors: { path: string; code: string }[] } }) =>
    answer.body.errors.map(({ path, code }) => `${path} ${code}`);

  it('shows the incomplete set of 2022: structure, no totals, and what is missing', async () => {
    const { status, body } = await officer.get('/indexes/PAR_INDEX/editions/2022');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      complete: false,
      illustrative: false,
      totals: { fields: 8, maxPoints: null },
    });
    expect(body.missing).toEqual(expect.arrayContaining(['1', '7', '1.a.1']));
    expect(body.fields[7].criteria[0]).toMatchObject({ code: '8.a', maxPoints: 10, components: [] });
    expect(body.fields[0]).toMatchObject({ maxPoints: null });
  });

  it('shows the working set of 2023 with its label, sums and rules in words', async () => {
    const { body } = await officer.get('/indexes/PAR_INDEX/editions/2023');
    expect(body).toMatchObject({
      complete: true,
      illustrative: true,
      missing: [],
      totals: { components: 88, maxPoints: 100 },
    });
    expect(body.checks.every((check: { ok: boolean }) => check.ok)).toBe(true);
    const component = body.fields[0].criteria[0].components[0];
    expect(component).toMatchObject({
      code: '1.1.1',
      ownerUnitCode: 'LS-SNV',
      baselineScore: 0.5,
      value: null,
    });
    expect(component.ruleWords.vi).toBe('Đúng hạn: đủ điểm; muộn: 50% số điểm; chưa hoàn thành: 0 điểm.');
    expect(component.abilities).toEqual({ reportValue: false });
    expect(body.fields[0].criteria[0].components[1].abilities).toEqual({ reportValue: true });
  });

  it('lists indexes and editions; a page follows a page', async () => {
    const first = await officer.get('/indexes?limit=4&count=true');
    const second = await officer.get(`/indexes?limit=4&cursor=${first.body.nextCursor}`);
    const codes = [...first.body.items, ...second.body.items].map(({ code }: { code: string }) => code);
    expect(codes).toEqual([
      'PAR_INDEX',
      'PAR_INDEX_MINISTRY',
      'SIPAS',
      'PAPI',
      'INTERNAL_CA_MAU',
      'INTERNAL_LANG_SON',
    ]);
    expect(first.body.count).toBe(6);
    const index = await officer.get('/indexes/PAR_INDEX');
    expect(index.body.editions.map(({ year }: { year: number }) => year)).toEqual([2023, 2022, 2019, 2017]);
    expect((await officer.get('/indexes/NO_SUCH')).status).toBe(404);
  });

  it('may be written by those whose role covers the province, by nobody else', async () => {
    expect((await imported(smallSet(2025), par.http)).status).toBe(401);
    expect((await imported(smallSet(2025), officer)).status).toBe(403);
    expect((await imported(smallSet(2025), await par.signIn('ban-so'))).status).toBe(403);
    expect((await writer.get('/indexes/PAR_INDEX/editions/2025')).status).toBe(404);
  });

  it.each([
    [
      'an unknown rule',
      smallSet(2030, {}, { rule: { type: 'quota' } }),
      `${secondComponent}.rule rule_unknown`,
    ],
    ['negative points', smallSet(2030, {}, { maxPoints: -1 }), `${secondComponent}.maxPoints max_points`],
    ['a code twice', smallSet(2030, {}, { code: '1.1.1' }), `${secondComponent}.code duplicate_code`],
    ['a misspelt field', smallSet(2030, {}, { maxpoints: 1 }), `${secondComponent}.maxpoints unknown_field`],
    [
      'components that do not add up',
      smallSet(2030, {}, { maxPoints: 1 }),
      'fields[0].criteria[0].maxPoints sum',
    ],
    ['a total that is not met', smallSet(2030, { totals: { maxPoints: 100 } }), 'totals.total sum'],
    [
      'a method that is not met',
      smallSet(2030, { totals: { byMethod: { appraisal: 1 } } }),
      'totals.method:appraisal sum',
    ],
    ['another index', smallSet(2030, { index: 'PAPI' }), 'index other_index'],
    ['no year', smallSet(2030, { year: 'soon' }), 'year year'],
    ['no fields', smallSet(2030, { fields: 'none' }), 'fields list'],
  ])('refuses %s, names the place and stores nothing', async (_, body, fault) => {
    const answer = await imported(body);
    expect(answer.status).toBe(400);
    expect(paths(answer)).toContain(fault);
    expect((await writer.get('/indexes/PAR_INDEX/editions/2030')).status).toBe(404);
  });

  it('stays a draft that only its writers see until it is published, and then never changes', async () => {
    const created = await imported(smallSet(2024));
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      summary: { rows: 4, accepted: 4, rejected: 0 },
      totals: { maxPoints: 2 },
    });
    expect((await officer.get('/indexes/PAR_INDEX/editions/2024')).status).toBe(404);
    expect((await imported(smallSet(2024, { nameVi: 'Bộ mới' }))).status).toBe(201);
    expect((await writer.get('/indexes/PAR_INDEX/editions/2024')).body.nameVi).toBe('Bộ mới');

    expect((await officer.post('/indexes/PAR_INDEX/editions/2024/publication')).status).toBe(403);
    expect((await writer.post('/indexes/PAR_INDEX/editions/2024/publication')).status).toBe(201);
    expect((await officer.get('/indexes/PAR_INDEX/editions/2024')).body.publishedAt).not.toBeNull();
    expect(await imported(smallSet(2024))).toMatchObject({
      status: 409,
      body: { code: 'edition.published' },
    });
    const again = await writer.post('/indexes/PAR_INDEX/editions/2024/publication');
    expect(again).toMatchObject({ status: 409, body: { code: 'edition.published' } });
  });

  it('is not published while it holds fewer components than it says', async () => {
    expect((await imported(smallSet(2026, { totals: { components: 88 } }))).status).toBe(201);
    const answer = await writer.post('/indexes/PAR_INDEX/editions/2026/publication');
    expect(answer).toMatchObject({ status: 409, body: { code: 'edition.checks_fail' } });
    expect(paths(answer)).toEqual(['count:components count']);
    expect((await writer.get('/indexes/PAR_INDEX/editions/2026')).body.publishedAt).toBeNull();
  });

  it('can be tried first: a dry run tells all and stores nothing', async () => {
    const answer = await writer.post(
      '/indexes/PAR_INDEX/editions?dryRun=true',
      smallSet(2027, {}, { rule: { type: 'quota' } }),
    );
    expect(answer.status).toBe(200);
    expect(answer.body.summary).toEqual({ rows: 4, accepted: 3, acceptedWithWarning: 0, rejected: 1 });
    expect(answer.body.rows[3]).toMatchObject({
      row: 4,
      kind: 'component',
      outcome: 'rejected',
      codes: ['rule_unknown'],
    });
    expect((await writer.get('/indexes/PAR_INDEX/editions/2027')).status).toBe(404);
  });

  it('takes the real working set as it is, for another year', async () => {
    const set = { ...readData<object>('working-set-2023.json'), year: 2028, baselineYear: 2022 };
    const answer = await imported(set);
    expect(answer).toMatchObject({ status: 201, body: { summary: { rows: 133, accepted: 133 } } });
  });
});
