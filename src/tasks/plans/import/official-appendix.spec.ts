import { openAppendixScene, type AppendixScene } from '../../../../test/support/appendix-scene';
import type { SheetSpec } from '../../../../test/support/workbook';
import type { PlanImportRow } from './plan-import.presenter';

/** An appendix as an office sends it: motto, two-row head with numbers, groups, sub-rows, merges, signatures. */
const official: SheetSpec = {
  name: 'PL Kế hoạch 01',
  rows: [
    ['ỦY BAN NHÂN DÂN', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['TỈNH LẠNG SƠN', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
    [],
    ['PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023'],
    ['(Kèm theo Kế hoạch số 01/KH-UBND ngày 28/12/2022 của UBND tỉnh)'],
    ['TT', 'Nội dung,\nnhiệm vụ', 'Sản phẩm', 'Cơ quan thực hiện', null, 'Thời gian hoàn thành', 'Ghi chú'],
    [null, null, null, 'Chủ trì', 'Phối hợp'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    ['I', 'CẢI CÁCH THỂ CHẾ'],
    [
      1,
      'Rà soát văn bản quy phạm pháp luật',
      'Báo cáo',
      'Sở NV',
      'các sở, ban, ngành',
      { day: '2023-06-30' },
    ],
    [2, 'Công khai kết quả rà soát', 'Trang thông tin', null, null, 'Quý III/2023'],
    ['II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
    [1, 'Công tác kiểm soát thủ tục hành chính'],
    [
      'a)',
      'Rà soát thủ tục',
      'Quyết định',
      'VP UBND tỉnh',
      'Sở TT&TT; UBND TP và Sở Tư pháp',
      'trước ngày 15/12/2023',
    ],
    [null, '- Lập danh mục thủ tục'],
    [null, '- Trình phê duyệt'],
    ['b)', 'Niêm yết công khai', 'Danh mục', 'UBND H. Cao Lộc', null, '6 tháng đầu năm'],
    [],
    ['Nơi nhận:', null, null, null, 'TM. ỦY BAN NHÂN DÂN'],
    ['- Như Điều 3;', null, null, null, 'CHỦ TỊCH'],
    ['- Lưu: VT.', null, null, null, 'Hồ Tiến Thiệu'],
  ],
  merges: [
    'A1:C1',
    'E1:G1',
    'A4:G4',
    'A5:G5',
    'A6:A7',
    'B6:B7',
    'C6:C7',
    'D6:E6',
    'F6:F7',
    'G6:G7',
    'B9:G9',
    'D10:D11',
    'E10:E11',
    'A12:G12',
  ],
};

describe('an appendix as an office sends it', () => {
  let scene: AppendixScene;
  let rows: PlanImportRow[];
  const at = (row: number) => rows.find((each) => each.row === row)!;

  beforeAll(async () => {
    scene = await openAppendixScene();
    const answer = await scene.send(await scene.newPlan(), official);
    expect([answer.status, answer.body.summary]).toEqual([
      200,
      { tasks: 4, accepted: 4, acceptedWithWarning: 0, rejected: 0 },
    ]);
    rows = answer.body.rows;
  });

  afterAll(() => scene.par.close());

  it('has each line told for what it is', () => {
    const kinds = rows.map(({ row, kind, codes }) =>
      [row, kind, ...(kind === 'note' ? codes : [])].join(' '),
    );
    expect(kinds).toEqual([
      '6 header',
      '8 note column_numbers',
      '9 group',
      '10 task',
      '11 task',
      '12 group',
      '13 group',
      '14 task',
      '15 note joined',
      '16 note joined',
      '17 task',
      '19 note footer',
      '20 note footer',
      '21 note footer',
    ]);
    expect(rows[0]).toMatchObject({
      codes: ['unknown_column', 'head_found'],
      normalised: {
        unknownColumns: ['Ghi chú'],
        columns: { titleVi: 'Nội dung, nhiệm vụ', leadUnitCode: 'Cơ quan thực hiện – Chủ trì' },
      },
    });
  });

  it('reads a two-row head, units short and in groups, and days in every form', () => {
    expect(at(10).normalised).toMatchObject({
      titleVi: 'Rà soát văn bản quy phạm pháp luật',
      leadUnit: { code: 'LS-SNV' },
      coordinatingUnits: 19,
      dueDate: '2023-06-30',
      groupField: '2',
    });
    expect(at(14).normalised).toMatchObject({
      leadUnit: { code: 'LS-VPUBND' },
      coordinatingUnits: 3,
      dueDate: '2023-12-15',
      groupField: '3',
    });
    expect(at(17).normalised).toMatchObject({
      leadUnit: { code: '183' },
      dueDate: '2023-06-30',
      dueReadAs: 'half_year',
    });
  });

  it('takes a group by the name that the edition gives the field, whatever its number here', () => {
    expect(at(9)).toMatchObject({ normalised: { groupField: '2', titleVi: 'CẢI CÁCH THỂ CHẾ' } });
    expect(at(13)).toMatchObject({ kind: 'group', normalised: { groupField: '3' } });
  });

  it('says of each row what it understood, from which text, and why', () => {
    expect(at(10).changes).toEqual([
      {
        path: 'leadUnitCode',
        how: 'unit_name',
        from: 'Sở NV',
        to: 'Sở Nội vụ (LS-SNV)',
        message: '"Sở NV" hiểu là Sở Nội vụ (LS-SNV).',
      },
      expect.objectContaining({ path: 'coordinatingUnitCodes', how: 'unit_group', to: '20' }),
    ]);
    expect(at(11).changes[0]).toMatchObject({
      path: 'leadUnitCode',
      how: 'merged',
      message: 'Ô trộn từ dòng 10: "Sở NV" áp dụng cho cả dòng này.',
    });
    expect(at(11).normalised).toMatchObject({ leadUnit: { code: 'LS-SNV' }, coordinatingUnits: 19 });
    expect(at(14).changes.map(({ message }) => message)).toEqual([
      'Nối thêm nội dung của các dòng: 15, 16.',
      '"VP UBND tỉnh" hiểu là Văn phòng UBND tỉnh (LS-VPUBND).',
      '"Sở TT&TT" hiểu là Sở Thông tin và Truyền thông (LS-STTTT).',
      '"UBND TP" hiểu là Thành phố Lạng Sơn (178).',
      'Thời gian "trước ngày 15/12/2023" hiểu là 15/12/2023.',
    ]);
  });

  it('adds the points below a task to that task', () => {
    expect(at(14).normalised!.titleVi).toBe('Rà soát thủ tục\n- Lập danh mục thủ tục\n- Trình phê duyệt');
    expect(at(15).message).toBe('Nội dung được nối vào nhiệm vụ ở dòng 14.');
  });

  it('makes no second task of any row when the file comes again', async () => {
    const plan = await scene.newPlan();
    for (const expected of [[], ['unchanged']]) {
      const answer = await scene.send(plan, official, { dryRun: false });
      expect(answer.status).toBe(200);
      const tasks = (answer.body.rows as PlanImportRow[]).filter(({ kind }) => kind === 'task');
      expect(tasks.map(({ codes }) => codes)).toEqual([expected, expected, expected, expected]);
    }
    const [{ count }] = await scene.par.database.query('SELECT count(*)::int FROM task WHERE plan_id = $1', [
      plan,
    ]);
    expect(count).toBe(4);
  });
});
