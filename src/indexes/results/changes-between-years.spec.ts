import { DataSource } from 'typeorm';
import { addUnit } from '../../../test/support/people';
import { loadReferenceIndexes } from '../../../test/support/reference-data';
import { cloneDatabase } from '../../../test/support/servers';
import { databaseOptions } from '../../platform/database/database';
import { changesBetweenYears } from './changes-between-years';

const unknown = { score: null, rank: null, rankedOf: null };

describe('what changed between two years', () => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase('empty');
    drop = clone.drop;
    database = await new DataSource(databaseOptions(clone.url)).initialize();
    await addUnit(database, '20');
    await loadReferenceIndexes(database);
  });

  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  const between = (index: string, from: number, to: number, subjectCode?: string) =>
    changesBetweenYears(database, { index, from, to, subjectCode });

  it('PAR INDEX fell 31 places to 54th; how far the score fell is not known', async () => {
    const { unit, total } = await between('PAR_INDEX', 2021, 2022, '20');
    expect(unit).toBe('percent');
    expect(total).toEqual({
      from: { score: null, rank: 23, rankedOf: 63 },
      to: { score: 81.45, rank: 54, rankedOf: 63 },
      change: { score: null, places: -31 },
    });
  });

  it('PAR INDEX fell most in digital government, then in impact', async () => {
    const { nodes, strongestFalls } = await between('PAR_INDEX', 2021, 2022, '20');
    expect(strongestFalls).toEqual(['7', '8']);
    expect(nodes.find(({ code }) => code === '7')).toEqual({
      code: '7',
      nameVi: 'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
      nameEn: 'Building and developing e-government and digital government',
      from: { score: 89.12, rank: null, rankedOf: 63 },
      to: { score: 68.05, rank: null, rankedOf: 63 },
      change: { score: -21.07, places: -21 },
    });
    expect(nodes.find(({ code }) => code === '8')).toMatchObject({
      from: { score: 84.34 },
      to: { score: 66.35 },
      change: { score: -17.99, places: -52 },
    });
  });

  it('fields without a published result are there, unknown and not 0', async () => {
    const { nodes } = await between('PAR_INDEX', 2021, 2022, '20');
    expect(nodes.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(nodes[0]).toMatchObject({ from: unknown, to: unknown, change: { score: null, places: null } });
  });

  it('SIPAS fell 11.63 points and 28 places', async () => {
    const { total, strongestFalls } = await between('SIPAS', 2021, 2022, '20');
    expect(total).toEqual({
      from: { score: 87.07, rank: 31, rankedOf: 63 },
      to: { score: 75.44, rank: 59, rankedOf: 63 },
      change: { score: -11.63, places: -28 },
    });
    expect(strongestFalls).toEqual([]);
  });

  it('PAPI lost 1.993 points and nine places, though two dimensions gained', async () => {
    const { unit, total, nodes, strongestFalls } = await between('PAPI', 2021, 2022, '20');
    expect(unit).toBe('points');
    expect(total).toEqual({
      from: { score: 45.84, rank: 4, rankedOf: 60 },
      to: { score: 43.847, rank: 13, rankedOf: 61 },
      change: { score: -1.993, places: -9 },
    });
    const gains = nodes
      .filter(({ change }) => change.score !== null)
      .map(({ code, change }) => [code, change.score]);
    expect(gains).toEqual([
      ['2', 0.058],
      ['4', 0.257],
    ]);
    expect(strongestFalls).toEqual([]);
  });

  it('totals of six and of eight dimensions are not subtracted from each other', async () => {
    const { total } = await between('PAPI', 2016, 2022, '20');
    expect(total.change).toEqual({ score: null, places: 38 });
  });

  it('speaks of the province when no subject is named, of another by its name, and of nobody as unknown', async () => {
    expect((await between('SIPAS', 2021, 2022)).total.to.rank).toBe(59);
    expect((await between('PAR_INDEX', 2022, 2023, 'Quảng Ninh')).total.change).toEqual({
      score: 2.08,
      places: 0,
    });
    expect((await between('PAR_INDEX', 2021, 2022, 'no such')).total).toEqual({
      from: unknown,
      to: unknown,
      change: { score: null, places: null },
    });
  });

  it('does not know an index that is not there', async () => {
    await expect(between('NO_INDEX', 2021, 2022)).rejects.toMatchObject({ status: 404 });
  });
});
