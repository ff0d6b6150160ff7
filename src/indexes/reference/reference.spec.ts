import { DataSource } from 'typeorm';
import { loadReferenceIndexes } from '../../../test/support/reference-data';
import { cloneDatabase } from '../../../test/support/servers';
import { databaseOptions } from '../../platform/database/database';
import { nodesOf } from '../edition/edition';
import { checksOf, missingOf, totalsOf } from '../edition/edition-checks';
import { loadEdition } from '../edition/edition.queries';
import { sumExact } from '../scoring/exact';

describe('the reference data', () => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase('empty');
    drop = clone.drop;
    database = await new DataSource(databaseOptions(clone.url)).initialize();
    await loadReferenceIndexes(database);
  });

  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  it('measures PAPI in points and the other two in per cent', async () => {
    const rows = await database.query(
      `SELECT code, unit FROM index WHERE code IN ('PAR_INDEX', 'SIPAS', 'PAPI') ORDER BY 1`,
    );
    expect(rows).toEqual([
      { code: 'PAPI', unit: 'points' },
      { code: 'PAR_INDEX', unit: 'percent' },
      { code: 'SIPAS', unit: 'percent' },
    ]);
  });

  it('keeps the set of 2022 published with its maxima unknown, without totals, naming what is missing', async () => {
    const set = (await loadEdition(database, { code: 'PAR_INDEX', year: 2022 }))!;
    expect(set.publishedAt).not.toBeNull();
    expect(totalsOf(set.fields)).toMatchObject({ fields: 8, maxPoints: null, byMethod: null });
    expect(missingOf(set.fields)).toContain('7');
    expect(missingOf(set.fields)).not.toContain('8.a');
    expect(nodesOf(set).find(({ code }) => code === '8.a')).toMatchObject({
      maxPoints: 10,
      method: 'survey_citizens',
    });
    expect(checksOf(set.fields, set.totals).find(({ code }) => code === 'total')).toMatchObject({
      ok: null,
      found: null,
    });
  });

  it('holds the working set of 2023 complete: 8 fields, 37 criteria, 88 components, 100 = 68 + 22 + 10 points', async () => {
    const set = (await loadEdition(database, { code: 'PAR_INDEX', year: 2023 }))!;
    expect(totalsOf(set.fields)).toEqual({
      fields: 8,
      criteria: 37,
      components: 88,
      maxPoints: 100,
      byMethod: { appraisal: 68, survey_leaders: 22, survey_citizens: 10 },
    });
    const checks = checksOf(set.fields, set.totals);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks).toHaveLength(8 + 37 + 1 + 3 + 3);
    expect(missingOf(set.fields)).toEqual([]);
  });

  it('says that the working set is illustrative, and starts from the score of 2022', async () => {
    const set = (await loadEdition(database, { code: 'PAR_INDEX', year: 2023 }))!;
    expect(set).toMatchObject({ illustrative: true, baselineYear: 2022 });
    expect(set.labelVi).toMatch(/^bộ tiêu chí minh họa/);
    expect(set.labelEn).toMatch(/^illustrative working set/);
    expect(sumExact(set.components.map((component) => component.baselineScore))).toBe(81.45);
    expect(set.components.find(({ code }) => code === '1.1.3')).toMatchObject({
      maxPoints: 1.5,
      ownerUnitCode: 'LS-SNV',
      source: 'linked_tasks',
      taskMeasure: 'done',
      taskScope: 'plan',
      rule: { type: 'pro_rata', floor: 70 },
      baselineScore: 1.35,
    });
  });

  it('keeps a set that was readable only in part as a draft', async () => {
    const drafts = await database.query('SELECT index_code, year FROM edition WHERE published_at IS NULL');
    expect(drafts).toEqual([{ index_code: 'INTERNAL_CA_MAU', year: 2013 }]);
  });

  it('holds all published results with their provenance', async () => {
    const [counts] = await database.query(
      `SELECT count(*) AS rows, count(*) FILTER (WHERE provenance ? 'status') AS sourced,
              (SELECT count(*) FROM published_change) AS changes FROM result`,
    );
    expect(counts).toEqual({ rows: 139, sourced: 139, changes: 5 });
  });

  it('lets nobody change what is published, not even past the application', async () => {
    const frozen = /published edition is frozen/;
    await expect(database.query(`UPDATE node SET max_points = 99 WHERE code = '1.1.1'`)).rejects.toThrow(
      frozen,
    );
    await expect(database.query(`DELETE FROM node WHERE code = '7'`)).rejects.toThrow(frozen);
    await expect(database.query('UPDATE edition SET published_at = NULL WHERE year = 2023')).rejects.toThrow(
      frozen,
    );
    await expect(database.query('DELETE FROM edition WHERE year = 2023')).rejects.toThrow(frozen);
  });
});
