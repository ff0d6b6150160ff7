import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';
import type { HttpClient } from '../../../test/support/http-client';

const header = 'code,level,nameVi,maxPoints,method,rule,source,baselineScore';
const good = [
  '1,field,Chỉ đạo,,,,,',
  '1.1,criterion,Kế hoạch,,,,,',
  '1.1.1,component,Kịp thời,"0,5",appraisal,late_penalty:0.5,linked_tasks,0.5',
  '1.1.2,component,Sáng kiến,1.5,appraisal,tiers:100=1;80=0.5,reported_value,',
];
const csv = (...lines: string[]) => [header, ...lines].join('\r\n');

describe('a set of criteria from a spreadsheet', () => {
  let par: Par;
  let writer: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    await addPerson(par, { username: 'thuong-truc', unitId: province, role: 'committee' });
    await par.database.query(
      `INSERT INTO index VALUES ('LOCAL', 'Chỉ số nội bộ', 'Internal index', 'points', 1)`,
    );
    writer = await par.signIn('thuong-truc');
  });

  afterAll(() => par.close());

  const upload = (content: string, query = 'year=2024') =>
    writer.upload(`/indexes/LOCAL/editions?${query}`, 'bo-tieu-chi.csv', content);

  it('is read line by line; sums left empty are added up', async () => {
    expect(await upload(csv(...good), 'year=2024&illustrative=true&labelVi=Minh+hoạ')).toMatchObject({
      status: 201,
      body: { summary: { rows: 4, accepted: 4 }, totals: { maxPoints: 2 } },
    });
    const { body } = await writer.get('/indexes/LOCAL/editions/2024');
    expect(body).toMatchObject({
      nameVi: 'Chỉ số nội bộ năm 2024',
      illustrative: true,
      labelVi: 'Minh hoạ',
      complete: true,
    });
    expect(body.fields[0].maxPoints).toBe(2);
    const [first, second] = body.fields[0].criteria[0].components;
    expect(first).toMatchObject({
      maxPoints: 0.5,
      taskMeasure: 'done',
      taskScope: 'linked',
      baselineScore: 0.5,
    });
    expect(second.rule).toEqual({
      type: 'tiers',
      tiers: [
        { atLeast: 100, share: 1 },
        { atLeast: 80, share: 0.5 },
      ],
    });
  });

  it('accepts a maximum that is not known yet, with a warning', async () => {
    const { body } = await upload(
      csv(...good.slice(0, 3), '1.1.2,component,Sáng kiến,,appraisal,manual,,'),
      'year=2025',
    );
    expect(body).toMatchObject({
      summary: { acceptedWithWarning: 3, rejected: 0 },
      missing: ['1', '1.1', '1.1.2'],
    });
  });

  it.each([
    ['a missing parent', csv('1,field,A,1,,,,', '2.1,criterion,B,1,,,,'), 'rows[3].code missing_parent'],
    ['a level skipped', csv('1,field,A,1,,,,', '1.1,component,B,1,,,,'), 'rows[3].code missing_parent'],
    ['points that are no number', csv('1,field,A,nhiều,,,,'), 'rows[2].maxPoints max_points'],
    [
      'a rule tasks cannot decide',
      csv(...good.slice(0, 2), '1.1.1,component,K,1,,manual,linked_tasks,'),
      'rows[4].rule rule_source',
    ],
    [
      'a baseline above the maximum',
      csv(...good.slice(0, 2), '1.1.1,component,K,1,,manual,,2'),
      'rows[4].baselineScore baseline_score',
    ],
    ['a column nobody knows', `${header},diem\r\n1,field,A,1,,,,,3`, 'columns.diem unknown_field'],
  ])('refuses %s', async (_, content, fault) => {
    const answer = await upload(content, 'year=2030');
    expect(answer.status).toBe(400);
    expect(
      answer.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
    ).toContain(fault);
    expect((await writer.get('/indexes/LOCAL/editions/2030')).status).toBe(404);
  });

  it('needs its year', async () => {
    expect((await upload(csv(...good), '')).body.errors[0]).toMatchObject({ path: 'year', code: 'year' });
  });

  it('cannot replace a draft that a plan stands on', async () => {
    const [{ id }] = await par.database.query('SELECT id FROM edition WHERE year = 2024');
    await par.database.query(
      `INSERT INTO plan (id, code, kind, year, issued_on, issuer_unit_id, title_vi, edition_id)
       SELECT gen_random_uuid(), 'KH', 'annual_plan', 2024, '2024-01-01', id, 'Kế hoạch', $1 FROM unit LIMIT 1`,
      [id],
    );
    expect(await upload(csv(...good))).toMatchObject({ status: 409, body: { code: 'edition.in_use' } });
  });
});
