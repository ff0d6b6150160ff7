import { addTask } from '../../../../test/support/factories';
import { openAppendixScene, type AppendixScene } from '../../../../test/support/appendix-scene';
import { openWorkbook } from '../../../platform/files/table';
import type { Sheet } from '../../../platform/files/sheet';
import { dataFile } from '../../../../test/support/province';
import { unzip } from '../../../../test/support/zip';

describe('the appendix of a plan as a workbook', () => {
  let scene: AppendixScene;

  beforeAll(async () => {
    scene = await openAppendixScene();
  });

  afterAll(() => scene.par.close());

  const exported = async (plan: string) => {
    const answer = await scene.committee.get(`/plans/${plan}/export?format=xlsx`);
    expect(answer.status).toBe(200);
    const workbook = await openWorkbook('a.xlsx', answer.bytes, { rows: 1000, columns: 50 });
    return { answer, sheet: await workbook.read(0), workbook };
  };
  const cellsOf = ({ lines }: Sheet, row: number) => lines.find((line) => line.row === row)?.cells;
  const importAgain = async (plan: string, name: string, content: Buffer | string, dryRun = false) =>
    (await scene.committee.upload(`/plans/${plan}/import?dryRun=${dryRun}`, name, content)).body;
  const file = (rows: string[][]) =>
    [
      'taskRef',
      'titleVi',
      'leadUnitCode',
      'coordinatingUnitCodes',
      'dueText',
      'groupField',
      'evidenceRequired',
    ]
      .join(';')
      .concat('\r\n', rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n'));

  it('changes nothing when it comes back, nor does the CSV form, of all 96 tasks of the annual plan', async () => {
    const plan = await scene.newPlan();
    const annual = dataFile('plan-2023.csv').toString();
    // The scene knows some components only; those of the others are left out.
    const without = annual.replace(/,\d\.\d[\d.;]*,(high|normal|low),/g, ',,$1,');
    expect((await importAgain(plan, 'plan.csv', without)).summary).toMatchObject({ tasks: 96, rejected: 0 });
    for (const format of ['xlsx', 'csv']) {
      const { bytes } = await scene.committee.get(`/plans/${plan}/export?format=${format}`);
      const { summary, rows } = await importAgain(plan, `plan.${format}`, bytes);
      expect(summary).toEqual({ tasks: 96, accepted: 96, acceptedWithWarning: 0, rejected: 0 });
      const tasks = rows.filter((row: { kind: string }) => row.kind === 'task');
      expect(tasks.every((row: { codes: string[] }) => row.codes[0] === 'unchanged')).toBe(true);
      const [{ count }] = await scene.par.database.query(
        'SELECT count(*)::int FROM task WHERE plan_id = $1',
        [plan],
      );
      expect(count).toBe(96);
    }
  });

  it('makes the same tasks in another plan', async () => {
    const [from, to] = [await scene.newPlan(), await scene.newPlan()];
    const rows = [
      ['A-1', 'Việc một', 'LS-SNV', 'ALL_DEPARTMENTS;178', 'Quý II/2023', '3', 'có'],
      ['A-2', 'Việc hai\ncó hai dòng', '183', '', 'Thường xuyên', '1', ''],
      ['A-3', 'Việc không thuộc lĩnh vực nào', 'LS-STP', 'LS-STC', '30/6/2023', '', ''],
    ];
    await importAgain(from, 'a.csv', file(rows));
    const { answer } = await exported(from);
    expect((await importAgain(to, 'a.xlsx', answer.bytes)).summary).toMatchObject({ tasks: 3, rejected: 0 });
    const tasksOf = (plan: string) =>
      scene.par.database.query(
        `SELECT code, title_vi, lead_unit_id, due_date, due_text, field_code, evidence_required, priority,
                ARRAY(SELECT unit_id FROM task_coordinator WHERE task_id = t.id ORDER BY 1) AS helpers
           FROM task t WHERE plan_id = $1 ORDER BY code`,
        [plan],
      );
    expect(await tasksOf(to)).toEqual(await tasksOf(from));
  });

  it('has the head of an official document, groups with Roman numbers, full names and a table to print', async () => {
    const plan = await scene.newPlan({
      number: '01',
      symbol: 'KH-UBND',
      title_vi: 'Kế hoạch cải cách hành chính năm 2023',
    });
    await importAgain(
      plan,
      'a.csv',
      file([
        ['2', 'Hai', '180', 'LS-STP;LS-SNgV', 'Cả năm', '3', ''],
        ['1', 'Một', 'LS-SNV', 'ALL_DISTRICTS', '30/6/2023', '2', ''],
      ]),
    );
    const { answer, sheet } = await exported(plan);
    expect(answer.headers['content-type']).toContain('spreadsheetml.sheet');
    expect(answer.headers['content-disposition']).toMatch(/filename="KH-\d+\.xlsx"/);
    const texts = sheet.lines.map(({ cells }) => cells.filter((cell) => cell !== ''));
    expect(texts.slice(0, 5)).toEqual([
      ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TỈNH LẠNG SƠN', 'Độc lập - Tự do - Hạnh phúc'],
      ['PHỤ LỤC'],
      ['KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2023'],
      ['(Kèm theo Kế hoạch số 01/KH-UBND ngày 28 tháng 12 năm 2022 của Ủy ban nhân dân tỉnh Lạng Sơn)'],
    ]);
    expect(texts.slice(6)).toEqual([
      ['II', 'CẢI CÁCH THỂ CHẾ'],
      ['1', '1', 'Một', 'Sở Nội vụ', 'UBND các huyện, thành phố', '30/6/2023'],
      ['III', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
      ['1', '2', 'Hai', 'UBND huyện Tràng Định', 'Sở Ngoại vụ; Sở Tư pháp', 'Cả năm'],
    ]);
    const parts = unzip(answer.bytes);
    const xml = parts.get('xl/worksheets/sheet1.xml')!.toString();
    expect(xml).toMatch(/<pane ySplit="7"[^>]*state="frozen"/);
    expect(xml).toContain('orientation="landscape" fitToWidth="1"');
    expect(xml).toMatch(/<col min="3" max="3" width="46"/);
    expect(parts.get('xl/workbook.xml')!.toString()).toContain(
      '_xlnm.Print_Titles" localSheetId="0">\'Phụ lục\'!$7:$7<',
    );
  });

  it('says so where the data are illustrative', async () => {
    const plan = await scene.newPlan({ illustrative: true });
    const { answer, sheet } = await exported(plan);
    expect(cellsOf(sheet, 6)).toEqual([
      'DỮ LIỆU MINH HỌA, KHÔNG PHẢI VĂN BẢN CHÍNH THỨC (illustrative data)',
    ]);
    expect(answer.headers['content-disposition']).toContain(' - minh hoa.xlsx');
  });

  it('holds no formula, whatever a title looks like, and gives the title back whole', async () => {
    const plan = await scene.newPlan();
    const titles = ['=HYPERLINK("x")', '+1', '-2', '@SUM(A1)', "'=1", '_x0041_ & <b>'];
    await importAgain(
      plan,
      'a.csv',
      file(titles.map((t, n) => [`${n}`, t.replaceAll('"', '""'), 'LS-SNV', '', 'Cả năm', '', ''])),
    );
    const { answer, sheet } = await exported(plan);
    expect(unzip(answer.bytes).get('xl/worksheets/sheet1.xml')!.toString()).not.toContain('<f');
    const shown = sheet.lines.slice(6).map(({ cells }) => cells[2]);
    expect(shown).toEqual([`'=HYPERLINK("x")`, "'+1", "'-2", "'@SUM(A1)", "'=1", '_x0041_ & <b>']);
    const { rows } = await importAgain(plan, 'a.xlsx', answer.bytes);
    const stored = titles.map((title) => (title === "'=1" ? '=1' : title));
    const tasks = rows.filter((row: { kind: string }) => row.kind === 'task');
    expect(tasks.map((row: { normalised: { titleVi: string } }) => row.normalised.titleVi)).toEqual(stored);
    expect(tasks.every((row: { codes: string[] }) => row.codes[0] === 'unchanged')).toBe(true);
  });

  it('leaves out what lead units handed down and what was cancelled', async () => {
    const plan = await scene.newPlan();
    const task = { plan_id: plan, lead_unit_id: scene.units.get('LS-SNV')! };
    const parent = await addTask(scene.par.database, '2023-01-02', { ...task, code: 'CHA' });
    await addTask(scene.par.database, '2023-01-02', { ...task, code: 'BO', state: 'cancelled' });
    await addTask(scene.par.database, '2023-01-02', {
      ...{ ...task, code: 'CON', parent_id: parent, handed_down: true },
    });
    const { sheet } = await exported(plan);
    expect(sheet.lines.slice(6).map(({ cells }) => cells[1])).toEqual(['CHA']);
    const csv = (await scene.committee.get(`/plans/${plan}/export`)).text;
    expect(csv.match(/\r\n\w+/g)).toEqual(['\r\nCHA']);
  });

  it('comes back unchanged after a unit of it has been replaced, years later', async () => {
    const plan = await scene.newPlan();
    await importAgain(plan, 'a.csv', file([['1', 'Một', 'LS-SNV', 'LS-STC', 'Cả năm', '', '']]));
    await scene.par.database.query(
      `UPDATE task_coordinator SET unit_id = (SELECT id FROM unit WHERE code = 'LS-SNNMT')
        WHERE task_id = (SELECT id FROM task WHERE plan_id = $1)`,
      [plan],
    );
    scene.par.clock.set('2025-04-01');
    const later = await scene.par.signIn('committee');
    const { bytes } = await later.get(`/plans/${plan}/export?format=xlsx`);
    const { body } = await later.upload(`/plans/${plan}/import?dryRun=true`, 'a.xlsx', bytes);
    expect(body.rows.at(-1)).toMatchObject({ outcome: 'accepted', codes: ['unchanged'] });
  });
});
