import { addPerson, addUnit } from '../../../test/support/people';
import { openPar, type Par } from '../../../test/support/par';
import { loadReferenceIndexes } from '../../../test/support/reference-data';
import type { HttpClient } from '../../../test/support/http-client';

describe('published results over HTTP', () => {
  let par: Par;
  let writer: HttpClient;
  let officer: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    await addPerson(par, { username: 'thuong-truc', unitId: province, role: 'committee' });
    await addPerson(par, { username: 'can-bo', unitId: province, role: 'officer' });
    await loadReferenceIndexes(par.database);
    [writer, officer] = await Promise.all([par.signIn('thuong-truc'), par.signIn('can-bo')]);
  });

  afterAll(() => par.close());

  const results = '/indexes/PAR_INDEX/editions/2022/results';
  const newRow = { subject: 'Cao Bằng', score: 75.5, unitOfMeasure: '%', rank: 60, rankedCount: 63 };

  it('shows where each figure comes from, and unknown as null', async () => {
    const { body } = await officer.get('/indexes/PAR_INDEX/editions/2021/results?subject=20');
    expect(body.items[0]).toMatchObject({ componentCode: null, score: null, rank: 23, rankedOf: 63 });
    expect(body.items[0].provenance).toMatchObject({ status: 'derived', how: '54 - 31 places' });
    expect(body.items.map(({ componentCode }: { componentCode: string }) => componentCode)).toEqual([
      null,
      '7',
      '8',
    ]);
  });

  it('pages through all of a year in a stable order', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10 && cursor !== 'null'; page += 1) {
      const { body } = await officer.get(`${results}?limit=4${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = String(body.nextCursor);
    }
    const { body } = await officer.get(`${results}?limit=200&count=true`);
    expect(seen).toEqual(body.items.map(({ id }: { id: string }) => id));
    expect(body.count).toBe(seen.length);
  });

  it('are imported by writers only, all or none', async () => {
    expect((await officer.post(results, { rows: [newRow] })).status).toBe(403);
    const mixed = await writer.post(results, {
      rows: [newRow, { ...newRow, subject: 'Điện Biên', rank: 64 }],
    });
    expect(mixed).toMatchObject({ status: 400, body: { errors: [{ path: 'rows[1].rank', code: 'rank' }] } });
    expect((await officer.get(`${results}?subject=${encodeURIComponent('Cao Bằng')}`)).body.items).toEqual(
      [],
    );

    expect(await writer.post(results, { rows: [newRow] })).toMatchObject({
      status: 201,
      body: { summary: { accepted: 1 } },
    });
    const [stored] = (await officer.get(`${results}?subject=${encodeURIComponent('Cao Bằng')}`)).body.items;
    expect(stored).toMatchObject({ score: 75.5, rank: 60, rankedOf: 63 });
  });

  it('replace nothing: rows that are there already are named', async () => {
    const rows = [
      { ...newRow, subject: 'Lạng Sơn', score: 99 },
      { ...newRow, subject: 'Sơn La' },
    ];
    const answer = await writer.post(results, { rows });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'results.exist', errors: [{ path: 'rows[0].subject', code: 'exists' }] },
    });
    expect((await officer.get(`${results}?subject=20`)).body.items[0].score).toBe(81.45);
    expect((await writer.post(`${results}?dryRun=true`, { rows })).body.rows).toMatchObject([
      { outcome: 'rejected', codes: ['exists'] },
      { outcome: 'accepted', codes: [] },
    ]);
  });

  it.each([
    ['a score above its scale', { ...newRow, score: 101 }, 'rows[0].score'],
    ['a component that the set lacks', { ...newRow, componentCode: '99' }, 'rows[0].componentCode'],
    ['no subject', { ...newRow, subject: '' }, 'rows[0].subject'],
    ['an unknown kind of subject', { ...newRow, subjectKind: 'planet' }, 'rows[0].subjectKind'],
  ])('refuse %s', async (_, row, path) => {
    const answer = await writer.post(results, { rows: [row] });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('come from a spreadsheet too', async () => {
    const csv =
      'subject;score;unitOfMeasure;rank;rankedOf;source\nHà Giang;"78,12";%;58;63;Quyết định công bố';
    expect((await writer.upload(results, 'ket-qua.csv', csv)).status).toBe(201);
    const [stored] = (await officer.get(`${results}?subject=${encodeURIComponent('Hà Giang')}`)).body.items;
    expect(stored).toMatchObject({ score: 78.12, provenance: { sources: ['Quyết định công bố'] } });
  });

  it('are compared between years', async () => {
    const { body } = await officer.get('/indexes/PAR_INDEX/changes?from=2021&to=2022');
    expect(body).toMatchObject({
      total: { to: { score: 81.45, rank: 54 }, change: { score: null, places: -31 } },
      strongestFalls: ['7', '8'],
    });
    expect((await officer.get('/indexes/PAR_INDEX/changes?from=2021')).status).toBe(400);
    expect((await officer.get('/indexes/NO_SUCH/changes?from=2021&to=2022')).status).toBe(404);
  });
});
