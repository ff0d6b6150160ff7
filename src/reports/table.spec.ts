import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { addPlan, addTask } from '../../test/support/factories';
import type { HttpClient } from '../../test/support/http-client';
import { addPerson, addUnit } from '../../test/support/people';
import { openPar, type Par } from '../../test/support/par';
import { unzip } from '../../test/support/zip';

describe('reports as files', () => {
  let par: Par;
  let http: HttpClient;
  let planId: string;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    await addPerson(par, { username: 'leader', unitId: province, role: 'leader' });
    http = await par.signIn('leader');
    planId = await addPlan(par.database, province, { code: 'KH' });
    for (const code of ['=SUM(1)', '2', '3']) {
      await addTask(par.database, '2023-01-10', {
        plan_id: planId,
        lead_unit_id: province,
        code,
        due_date: '2023-03-31',
      });
    }
  });

  afterAll(() => par.close());

  const csv = async (report: string, language = 'vi') => {
    const answer = await http
      .with({ 'accept-language': language })
      .get(`/reports/${report}?planId=${planId}&asOf=2023-04-01&format=csv`);
    return { ...answer, rows: parse<Record<string, string>>(answer.text, { columns: true, bom: true }) };
  };

  it('are downloads that carry the day and every denominator, in the reader’s language', async () => {
    const { headers, rows } = await csv('status');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename=/);
    expect(rows).toEqual([
      expect.objectContaining({
        'Tính đến ngày': '2023-04-01',
        'Tổng số nhiệm vụ': '3',
        'Quá hạn chưa hoàn thành': '3',
        'Hoàn thành trên số đến hạn (%)': '0',
        'Mẫu số: đã hoàn thành + quá hạn': '3',
        'Đúng hạn trên số đã hoàn thành (%)': '',
        'Mẫu số: đã hoàn thành': '0',
      }),
    ]);
    expect((await csv('status', 'en')).rows[0]).toMatchObject({ 'As of': '2023-04-01', Overdue: '3' });
  });

  it('hold no cell that a spreadsheet would compute', async () => {
    const { rows } = await csv('overdue', 'en');
    expect(rows.map((row) => row.Task).sort()).toEqual(["'=SUM(1)", '2', '3']);
  });

  it('hold all rows, while JSON comes in pages that neither skip nor repeat one', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await http.get(
        `/reports/overdue?planId=${planId}&asOf=2023-04-01&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map(({ task }: { task: { code: string } }) => task.code));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect([...seen].sort()).toEqual(['2', '3', '=SUM(1)']);
    expect(seen).toHaveLength(3);
    expect((await csv('overdue')).rows).toHaveLength(3);
  });

  it('name people and units in the words of the reader', async () => {
    expect((await csv('people')).rows[0]).toMatchObject({
      'Người chịu trách nhiệm': 'Chưa phân công',
      'Tổng số nhiệm vụ': '3',
    });
    expect((await csv('units', 'en')).rows[0]).toMatchObject({ 'Lead unit': 'Unit 20', 'All tasks': '3' });
  });

  describe('as workbooks', () => {
    const workbook = async (report: string, language = 'vi') => {
      const { bytes, headers } = await http
        .with({ 'accept-language': language })
        .get(`/reports/${report}?planId=${planId}&asOf=2023-04-01&limit=1&format=xlsx`);
      return { headers, bytes, rows: await readSheet(bytes) };
    };

    it('have a title, a head, all rows, real numbers and real days', async () => {
      const { headers, rows } = await workbook('overdue');
      expect(headers['content-type']).toContain('spreadsheetml');
      expect(headers['content-disposition']).toContain('.xlsx');
      expect(rows[0][0]).toBe('Nhiệm vụ quá hạn đến 01/04/2023');
      const head = rows.find((row) => row.includes('Mã nhiệm vụ'))!;
      const tasks = rows.slice(rows.indexOf(head) + 1);
      const column = (name: string) => tasks.map((row) => row[head.indexOf(name)]);
      expect(column('Mã nhiệm vụ').sort()).toEqual(["'=SUM(1)", '2', '3']);
      expect(column('Số ngày quá hạn')).toEqual([1, 1, 1]);
      expect(column('Thời hạn')).toEqual(Array(3).fill(new Date('2023-03-31T00:00:00Z')));
      expect(column('Tính đến ngày')).toEqual(Array(3).fill(new Date('2023-04-01T00:00:00Z')));
    });

    it('speak the language of the reader and carry the remarks of the report', async () => {
      const { body } = await http.get(`/reports/overdue?planId=${planId}&asOf=2023-04-01`);
      const shown = (await workbook('overdue', 'en')).rows.map(([first]) => first);
      expect(shown[0]).toBe('Overdue tasks as of 01/04/2023');
      for (const note of body.notes) expect(shown).toContain(note.en);
      expect(body.notes.length).toBeGreaterThan(0);
    });

    it('keep the head in view and filter by it', async () => {
      const xml = unzip((await workbook('units')).bytes)
        .get('xl/worksheets/sheet1.xml')!
        .toString();
      expect(xml).toMatch(/<pane ySplit="2"[^>]*state="frozen"/);
      expect(xml).toMatch(/<\/sheetData><autoFilter ref="A2:[A-Z]+3"\/><mergeCells/);
    });
  });

  it.each([
    ['format=pdf', 'format'],
    ['asOf=2023-02-30', 'asOf'],
    ['asOf=0001-01-01', 'asOf'],
    ['planId=1', 'planId'],
    ['year=two', 'year'],
    ['colour=red', 'colour'],
    ['limit=201', 'limit'],
  ])('%s is refused by name', async (query, path) => {
    const { status, body } = await http.get(`/reports/people?${query}`);
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });
});
