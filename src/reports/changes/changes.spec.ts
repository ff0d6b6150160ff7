import { parse } from 'csv-parse/sync';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';

describe('the report of changes between years', () => {
  let par: Par;
  let http: HttpClient;

  beforeAll(async () => {
    par = await openPar('sample');
    http = await par.signIn('officer-snv');
  });

  afterAll(() => par.close());

  it('tells of the province that it lost 31 places, and where it fell most', async () => {
    const { body } = await http.get('/reports/changes?index=PAR_INDEX&from=2021&to=2022');
    expect(body).toMatchObject({
      index: 'PAR_INDEX',
      from: 2021,
      to: 2022,
      unit: 'percent',
      strongestFalls: ['7', '8'],
    });
    expect(body.total).toEqual({
      from: { score: null, rank: 23, rankedOf: 63 },
      to: { score: 81.45, rank: 54, rankedOf: 63 },
      change: { score: null, places: -31 },
    });
  });

  it('is a file with the total first, where the unknown is empty and not 0', async () => {
    const { text } = await http.get('/reports/changes?index=PAR_INDEX&from=2021&to=2022&format=csv');
    const [total, ...fields] = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(total).toMatchObject({
      'Nội dung': 'Tổng',
      'Điểm năm 2021': '',
      'Điểm năm 2022': '81.45',
      'Thay đổi hạng': '-31',
    });
    expect(fields.map((row) => row['Mã'])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('needs an index that exists and two years', async () => {
    expect((await http.get('/reports/changes?index=NO_INDEX&from=2021&to=2022')).status).toBe(404);
    expect((await http.get('/reports/changes?index=PAR_INDEX&from=2021')).body.errors[0].path).toBe('to');
  });
});
