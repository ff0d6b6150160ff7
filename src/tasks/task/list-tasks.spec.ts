import type { HttpClient } from '../../../test/support/http-client';
import { readCsv } from '../../app/sample/data-files';
import { openPar, type Par } from '../../../test/support/par';

describe('the list of tasks', () => {
  let par: Par;
  let committee: HttpClient;
  let plan2023: string;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    plan2023 = (await committee.get('/plans?year=2023')).body.items[0].id;
  });

  afterAll(() => par.close());

  const list = async (query: string) => (await committee.get(`/tasks?planId=${plan2023}&${query}`)).body;

  it.each(['due', '-due', 'code', 'title'])(
    'comes in pages by %s that miss and repeat nothing',
    async (sort) => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await list(`limit=17&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.items.map((task: any) => task.code));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toHaveLength(96);
      expect(new Set(seen).size).toBe(96);
      const whole = await list(`limit=200&sort=${sort}`);
      expect(whole.items.map((task: any) => task.code)).toEqual(seen);
    },
  );

  it('sorts titles as Vietnamese does, đ after d', async () => {
    const titles = (await list('limit=200&sort=title')).items.map((task: any) => task.titleVi as string);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('vi').compare));
  });

  it('finds words without their diacritics, in capitals, and with signs of LIKE taken literally', async () => {
    const found = await list(`q=${encodeURIComponent('"KE HOACH CAI CACH"')}&limit=200`);
    expect(found.items.map((task: any) => task.code).sort()).toEqual(['2023-001', '2023-003']);
    expect((await list('q=2023-001')).items.map((task: any) => task.code)).toEqual(['2023-001']);
    const withPerCent = readCsv('plan-2023.csv').filter((line) =>
      `${line.titleVi}${line.titleEn}${line.deliverableVi}`.includes('%'),
    );
    expect((await list('q=%25&limit=200')).items).toHaveLength(withPerCent.length);
    expect((await list('q=2023_001')).items).toEqual([]);
  });

  it('counts each cell, and the four sum to the tasks that live', async () => {
    const count = async (query: string) => (await list(`count=true&limit=1&${query}`)).count as number;
    const cells = await Promise.all(
      ['doneOnTime', 'doneLate', 'inTerm', 'overdue'].map((cell) => count(`cell=${cell}`)),
    );
    const [all, cancelled] = [await count(''), await count('state=cancelled')];
    expect(cells.reduce((a, b) => a + b)).toBe(all - cancelled);
    expect(cancelled).toBeGreaterThan(0);
  });

  it('narrows by unit, subtree, component and days together', async () => {
    const snv = (await list('limit=200')).items.find((task: any) => task.leadUnit.code === 'LS-SNV').leadUnit
      .id;
    const { items } = await list(`leadUnitId=${snv}&componentCode=1.2.1&dueFrom=2023-06-01&dueTo=2023-09-30`);
    expect(items.map((task: any) => task.code).sort()).toEqual(['2023-005', '2023-006']);
    const province = (await committee.get('/units?level=province')).body.items[0].id;
    expect((await list(`within=${province}&count=true&limit=1`)).count).toBe(96);
  });
});
