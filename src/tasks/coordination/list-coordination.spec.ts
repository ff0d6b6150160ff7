import { openFamily, type Family } from '../../../test/support/family';
import type { HttpClient } from '../../../test/support/http-client';
import { addPerson, addUnit } from '../../../test/support/people';

describe('the list of tasks to help with', () => {
  let family: Family;
  let helper: HttpClient;
  let unit: string;
  const tasks: Record<string, any> = {};

  beforeAll(async () => {
    family = await openFamily();
    unit = await addUnit(family.par.database, 'STC-TH', family.other);
    await addPerson(family.par, { username: 'stc-th', unitId: unit, role: 'officer' });
    helper = await family.par.signIn('stc-th');
    const coordinatingUnitIds = [unit];
    const make = async (name: string, fields: object) =>
      (tasks[name] = await family.task({ titleVi: `Việc ${name}`, coordinatingUnitIds, ...fields }));
    await make('late', { dueDate: '2026-11-10' });
    await make('soon', { dueDate: '2026-11-30' });
    await make('endless', { dueDate: null });
    await make('shared', { dueDate: '2026-12-31', coordinatingUnitIds: [unit, family.other] });
    await make('draft', { draft: true });
    await make('foreign', { titleVi: 'Việc của người khác', coordinatingUnitIds: [family.other] });
    await helper.post(`/coordination/${tasks.soon.id}/notes`, { percent: 5, text: 'Đang làm' });
    await family.committee.post(`/tasks/${tasks.late.id}/cancellation`, { reason: 'Trùng' });
    await make('late', { dueDate: '2026-11-11' });
  });

  afterAll(() => family.par.close());

  const titles = async (query = '', who = helper) =>
    (await who.get(`/coordination?limit=200${query}`)).body.items.map((item: any) => item.titleVi as string);

  it('holds what units in scope help with, cancelled ones too and drafts never, by due date', async () => {
    const all = ['Việc late', 'Việc late', 'Việc soon', 'Việc shared', 'Việc endless'];
    expect(await titles()).toEqual(all);
    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await helper.get(`/coordination?limit=2&count=true${cursor}`);
      expect(body.count).toBe(5);
      paged.push(...body.items.map((item: any) => item.titleVi));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(paged).toEqual(all);
  });

  it('is narrowed by cell, day, words, plan and by what still waits for a note', async () => {
    expect(await titles('&cell=overdue')).toEqual(['Việc late']);
    expect(await titles('&dueFrom=2026-11-12&dueTo=2026-12-01')).toEqual(['Việc soon']);
    expect(await titles('&q=viec%20shar')).toEqual(['Việc shared']);
    expect(await titles('&awaitingNote=true')).toEqual(['Việc late', 'Việc shared', 'Việc endless']);
    expect(await titles('&awaitingNote=false')).toEqual(['Việc late', 'Việc soon']);
    expect(await titles(`&planId=${family.planId}&cell=inTerm`)).toHaveLength(3);
    expect(await titles('&planId=018f0000-0000-7000-8000-000000000000')).toEqual([]);
    expect((await helper.get('/coordination?count=true&awaitingNote=true')).body.count).toBe(3);
    expect((await helper.get('/coordination?cursor=x')).status).toBe(400);
  });

  it('shows each reader his own units, those who said nothing first', async () => {
    await helper.post(`/coordination/${tasks.shared.id}/notes`, { percent: 50, text: 'Một nửa' });
    const shared = async (who: HttpClient) =>
      (await who.get('/coordination?q=shared')).body.items.map((item: any) => ({
        units: item.units.map((own: any) => [own.unit.id, own.latestNote?.percent ?? null, own.abilities]),
        counts: [item.unitCount, item.awaitingCount],
      }));
    expect(await shared(helper)).toEqual([{ units: [[unit, 50, ['note']]], counts: [1, 0] }]);
    const both = { counts: [2, 1] };
    expect(await shared(family.stranger)).toEqual([
      {
        ...both,
        units: [
          [family.other, null, ['note']],
          [unit, 50, ['note']],
        ],
      },
    ]);
    expect(await shared(family.committee)).toEqual([
      {
        ...both,
        units: [
          [family.other, null, []],
          [unit, 50, []],
        ],
      },
    ]);
  });

  it('holds nothing for those whose units help with nothing', async () => {
    expect(await titles('', family.divisionOfficer)).toEqual([]);
    expect((await family.officer.get(`/coordination/${tasks.soon.id}`)).status).toBe(404);
    expect(await titles('', family.stranger)).toContain('Việc của người khác');
  });
});
