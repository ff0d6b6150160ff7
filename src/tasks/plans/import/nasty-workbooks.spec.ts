import { openAppendixScene, type AppendixScene } from '../../../../test/support/appendix-scene';
import type { CellSpec, SheetSpec } from '../../../../test/support/workbook';
import type { PlanImportRow } from './plan-import.presenter';

const head = [
  'STT',
  'Nội dung nhiệm vụ',
  'Sản phẩm',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Thời gian hoàn thành',
];
/** A line that assigns, with what the test states in place of the ordinary. */
const line = (
  more: { title?: CellSpec; lead?: CellSpec; helpers?: CellSpec; due?: CellSpec } = {},
): CellSpec[] => [
  '1',
  more.title ?? 'Việc',
  'Báo cáo',
  more.lead === undefined ? 'Sở Nội vụ' : more.lead,
  more.helpers ?? null,
  more.due === undefined ? 'Cả năm' : more.due,
];

describe('nasty workbooks', () => {
  let scene: AppendixScene;
  let plan: string;

  beforeAll(async () => {
    scene = await openAppendixScene();
    plan = await scene.newPlan();
  });

  afterAll(() => scene.par.close());

  const rowsOf = async (...sheets: SheetSpec[]): Promise<PlanImportRow[]> => {
    const { status, body } = await scene.send(plan, sheets);
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.rows;
  };
  const taskOf = async (...lines: CellSpec[][]) =>
    (await rowsOf({ rows: [head, ...lines] })).find(({ kind }) => kind === 'task')!;

  describe('name units as people do', () => {
    it.each([
      ['Sở NV', 'LS-SNV'],
      ['Sở NgV', 'LS-SNgV'],
      ['SNV', 'LS-SNV'],
      ['Sở Nội vụ'.normalize('NFD'), 'LS-SNV'],
      ['Sở Nội vụ tỉnh', 'LS-SNV'],
      ['Sở Nội vụ tỉnh Lạng Sơn', 'LS-SNV'],
      ['Sở TN-MT', 'LS-STNMT'],
      ['Sở LĐTBXH', 'LS-SLDTBXH'],
      ['Sở VHTT&DL', 'LS-SVHTTDL'],
      ['VP UBND', 'LS-VPUBND'],
      ['Văn phòng Ủy ban nhân dân tỉnh', 'LS-VPUBND'],
      ['TT PVHCC tỉnh', 'LS-TTPVHCC'],
      ['BCĐ CCHC tỉnh', 'LS-BCDCCHC'],
      ['UBND TP', '178'],
      ['UBND thành phố', '178'],
      ['UBND TP.Lạng Sơn', '178'],
      ['P.Vĩnh Trại', '05977'],
      ['TT. Đồng Đăng', '06184'],
      ['Uỷ ban nhân dân H. Tràng Định', '180'],
    ])('"%s" leads as %s', async (lead, code) => {
      expect((await taskOf(line({ lead }))).normalised!.leadUnit).toMatchObject({ code });
    });

    it.each([
      ['các sở, ban, ngành', 19],
      ['Các sở ban ngành của tỉnh', 19],
      ['Sở, ngành tỉnh và UBND các huyện, TP', 19 + 11],
      ['các sở, ban, ngành, UBND các huyện, thành phố', 19 + 11],
      ['UBND cấp huyện, cấp xã', 11 + 200],
      ['UBND các huyện/thành phố', 11],
      ['UBND các xã, phường và thị trấn', 200],
      ['Sở TC; Sở KH&ĐT\n- Sở Tư pháp', 3],
      ['Sở Tài chính, Sở VH,TT&DL và UBND TP', 3],
      ['Sở Nội vụ; Sở Tài chính', 1],
    ])('"%s" are %i coordinating units besides the lead unit', async (helpers, count) => {
      const row = await taskOf(line({ helpers }));
      expect([row.outcome, row.normalised!.coordinatingUnits]).toEqual(['accepted', count]);
    });

    it('with at most five proposals where nothing fits, by name and code', async () => {
      const row = await taskOf(line({ lead: 'Sở Nội v' }));
      expect(row).toMatchObject({ outcome: 'rejected', codes: ['not_found'] });
      expect(row.faults[0].proposals.length).toBeLessThanOrEqual(5);
      expect(row.faults[0].proposals).toContainEqual({
        ...{ code: 'LS-SNV', nameVi: 'Sở Nội vụ', parentName: 'Tỉnh Lạng Sơn' },
      });
      expect(row.message).toContain('Có phải là: Sở Nội vụ (LS-SNV)');
    });

    it('with the unit above where several have the name', async () => {
      const row = await taskOf(line({ lead: 'UBND xã Hòa Bình' }));
      expect(row.codes).toEqual(['ambiguous_unit']);
      expect(row.message).toContain('Xã Hòa Bình, Huyện Hữu Lũng (06397)');
      const told = await taskOf(line({ lead: 'UBND xã Hòa Bình, huyện Hữu Lũng' }));
      expect(told.normalised!.leadUnit).toMatchObject({ code: '06397' });
    });

    it.each(['Sở', 'Sở XYZ', 'huyện', 'Sở Nội vụ, Sở Tài chính', 'các sở, ban, ngành'])(
      'and "%s" never leads',
      async (lead) => expect((await taskOf(line({ lead }))).outcome).toBe('rejected'),
    );
  });

  describe('write days as people do', () => {
    it.each<[CellSpec, string | null, string]>([
      [{ day: '2023-06-30' }, '2023-06-30', 'day'],
      [{ day: '2023-06-01', format: 'month' }, '2023-06-30', 'month'],
      ['30.6.2023', '2023-06-30', 'day'],
      ['trước ngày 15/12/2023', '2023-12-15', 'day'],
      ['Quý II/2023', '2023-06-30', 'quarter'],
      ['6 tháng đầu năm', '2023-06-30', 'half_year'],
      ['cả năm', '2023-12-31', 'year'],
      ['Thường xuyên', null, 'regular'],
      ['hằng quý', null, 'regular'],
      ['hằng năm', null, 'regular'],
      [45107, '2023-06-30', 'day'],
    ])('%j is due on %s (%s)', async (due, dueDate, dueReadAs) => {
      expect((await taskOf(line({ due }))).normalised).toMatchObject({ dueDate, dueReadAs });
    });

    it('and a bare number is a doubt', async () => {
      const row = await taskOf(line({ due: 45107 }));
      expect([row.outcome, row.codes]).toEqual(['accepted_with_warning', ['serial_day']]);
    });
  });

  describe('compute', () => {
    it('and only the stored value counts, which is said', async () => {
      const row = await taskOf(line({ title: { formula: 'A1&"!"', stored: 'Việc tính ra' } }));
      expect(row).toMatchObject({ outcome: 'accepted', normalised: { titleVi: 'Việc tính ra' } });
      expect(row.changes[0]).toMatchObject({ path: 'titleVi', how: 'formula', to: 'Việc tính ra' });
    });

    it.each<[CellSpec, string]>([
      [{ formula: 'VLOOKUP(1,X,2)' }, 'formula_unstored'],
      [{ error: '#REF!' }, 'cell_error'],
    ])('and %j is refused as %s', async (lead, code) => {
      const row = await taskOf(line({ lead }));
      expect([row.outcome, row.codes]).toEqual(['rejected', [code]]);
    });
  });

  it('hide rows, which are read and pointed out', async () => {
    const [row] = await rowsOf({ rows: [head, { hidden: true, cells: line() }] });
    expect([row.outcome, row.codes]).toEqual(['accepted_with_warning', ['hidden_row']]);
  });

  it('merge time and unit over several rows, and both over one task of two lines', async () => {
    const rows = await rowsOf({
      rows: [head, line({ due: 'Quý I/2023' }), ['2', 'Hai', 'x', null, null, null], [null, null, null]],
      merges: ['D2:D3', 'F2:F4', 'B3:B4'],
    });
    expect(rows.map(({ kind, normalised }) => [kind, normalised?.dueDate])).toEqual([
      ['task', '2023-03-31'],
      ['task', '2023-03-31'],
    ]);
  });

  it('give sub-rows the unit and time of their row, and say so', async () => {
    const rows = await rowsOf({ rows: [head, line(), ['1.1', 'Phần một', 'Tờ trình', null, null, null]] });
    expect(rows[1].normalised).toMatchObject({ leadUnit: { code: 'LS-SNV' }, dueDate: '2023-12-31' });
    expect(rows[1].changes.map(({ path, how, from }) => [path, how, from])).toEqual([
      ['leadUnitCode', 'inherited', '2'],
      ['dueText', 'inherited', '2'],
      ['dueText', 'due_text', 'Cả năm'],
    ]);
  });

  it('never lend a unit to a numbered row that has none', async () => {
    const rows = await rowsOf({ rows: [head, line(), ['2', 'Hai', 'x', null, null, 'Cả năm']] });
    expect([rows[1].outcome, rows[1].codes]).toEqual(['rejected', ['empty_lead']]);
  });

  it('repeat their head on every page and end in notes, which are no tasks', async () => {
    const rows = await rowsOf({
      rows: [
        head,
        line(),
        head,
        ['1', '2', '3', '4', '5', '6'],
        line({ title: 'Hai' }),
        ['Ghi chú: bảng gồm 2 nhiệm vụ'],
      ],
    });
    expect(rows.map(({ kind, codes }) => [kind, ...codes])).toEqual([
      ['task'],
      ['note', 'head_again'],
      ['note', 'column_numbers'],
      ['task'],
      ['note', 'footer'],
    ]);
  });

  it('ask for evidence in a column of its own', async () => {
    const asked = ['có', 'x', 'Không', null, 'Báo cáo ký số'].map((text, n) => [
      ...line({ title: `Việc ${n}` }),
      text,
    ]);
    const rows = await rowsOf({ rows: [[...head, 'Yêu cầu tài liệu kiểm chứng'], ...asked] });
    expect(rows.map(({ normalised, codes }) => [normalised!.evidenceRequired, ...codes])).toEqual([
      [true],
      [true],
      [false],
      [false],
      [true, 'evidence_words'],
    ]);
  });

  it('have English heads in any order', async () => {
    const rows = await rowsOf({
      rows: [
        ['Due date', 'Lead unit', 'Task', 'Coordinating units', 'Deliverable', 'No.'],
        ['30/6/2023', 'Department of Home Affairs', 'Review', 'Department of Justice', 'Report', '1'],
      ],
    });
    expect(rows[0].normalised).toMatchObject({
      titleVi: 'Review',
      leadUnit: { code: 'LS-SNV' },
      coordinatingUnits: 1,
    });
  });

  describe('of several sheets', () => {
    const other: SheetSpec = {
      name: 'Danh mục',
      rows: [
        ['Mã', 'Tên'],
        ['1', 'x'],
      ],
    };
    const one: SheetSpec = { name: 'Phụ lục I', rows: [head, line()] };
    const two: SheetSpec = { name: 'Phụ lục II', rows: [head, line({ title: 'Hai' })] };

    it('have the one read that holds the table, which is named', async () => {
      const [header] = await rowsOf(other, one);
      expect(header).toMatchObject({
        kind: 'header',
        codes: ['sheet_chosen'],
        normalised: { sheet: 'Phụ lục I' },
      });
    });

    it('are refused where two hold one, until one is named', async () => {
      const answer = await scene.send(plan, [one, two]);
      expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'several_sheets']);
      expect(answer.body.errors[0].message).toContain('"Phụ lục I", "Phụ lục II"');
      const named = await scene.send(plan, [one, two], { sheet: 'phụ lục ii' });
      expect(named.body.rows[1].normalised.titleVi).toBe('Hai');
      expect((await scene.send(plan, [one], { sheet: 'Khác' })).body.errors[0].code).toBe('sheet_unknown');
    });

    it('count the hidden ones only when no other has a table', async () => {
      expect((await rowsOf({ ...one, hidden: true }, two))[0].normalised).toMatchObject({
        sheet: 'Phụ lục II',
      });
      expect((await rowsOf({ ...one, hidden: true }, other))[0].codes).toContain('hidden_sheet');
    });
  });
});
