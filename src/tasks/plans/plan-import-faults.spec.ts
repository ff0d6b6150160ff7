import { addEdition, addNode, addPlan } from '../../../test/support/factories';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson } from '../../../test/support/people';
import { loadUnits } from '../../../test/support/province';

describe('the import of an appendix', () => {
  let par: Par;
  let committee: HttpClient;
  let units: Map<string, string>;
  let planId: string;
  let bare: string;

  beforeAll(async () => {
    par = await openPar('empty');
    par.clock.set('2023-01-03');
    units = await loadUnits(par.database);
    const editionId = await addEdition(par.database, 2023);
    await addNode(par.database, editionId, { code: '1', level: 'field' });
    await addNode(par.database, editionId, { code: '1.1.1' });
    const plan = { issued_on: '2022-12-28', year: 2023 };
    planId = await addPlan(par.database, units.get('20')!, { ...plan, code: 'KH', edition_id: editionId });
    bare = await addPlan(par.database, units.get('20')!, { ...plan, code: 'KH-BARE' });
    await addPerson(par, { username: 'committee', unitId: units.get('20')!, role: 'committee' });
    committee = await par.signIn('committee');
  });

  afterAll(() => par.close());

  const send = (text: string, { client = committee, plan = planId, dryRun = true, name = 'a.csv' } = {}) =>
    client.upload(`/plans/${plan}/import?dryRun=${dryRun}`, name, text);
  const head =
    'taskRef;titleVi;leadUnitCode;coordinatingUnitCodes;dueText;componentCodes;priority;sourceDate\r\n';
  const line = (fields: Record<string, string>) => {
    const row = {
      taskRef: '',
      titleVi: 'Việc',
      leadUnitCode: 'LS-SNV',
      coordinatingUnitCodes: '',
      dueText: 'Cả năm',
      componentCodes: '',
      priority: '',
      sourceDate: '',
      ...fields,
    };
    return `${Object.values(row)
      .map((value) => `"${value}"`)
      .join(';')}\r\n`;
  };
  const rowOf = async (fields: Record<string, string>, options = {}) =>
    (await send(head + line(fields), options)).body.rows[0];

  it.each([
    [{ titleVi: '' }, 'titleVi', 'empty_title'],
    [{ titleVi: 'x'.repeat(1001) }, 'titleVi', 'too_long'],
    [{ leadUnitCode: '' }, 'leadUnitCode', 'empty_lead'],
    [{ leadUnitCode: 'Sở Không Có' }, 'leadUnitCode', 'not_found'],
    [{ leadUnitCode: 'Sở Nội vụ, Sở Tư pháp' }, 'leadUnitCode', 'several_leads'],
    [{ leadUnitCode: 'ALL_DEPARTMENTS' }, 'leadUnitCode', 'several_leads'],
    [{ leadUnitCode: 'LS-SNNMT' }, 'leadUnitCode', 'unit_not_valid'],
    [
      { leadUnitCode: 'LS-SKHDT', sourceDate: '2025-04-01', dueText: '30/6/2025' },
      'leadUnitCode',
      'unit_not_valid',
    ],
    [{ coordinatingUnitCodes: 'LS-STP, Sở Không Có' }, 'coordinatingUnitCodes', 'not_found'],
    [{ dueText: '31/6/2023' }, 'dueText', 'impossible_date'],
    [{ dueText: 'sớm' }, 'dueText', 'due_not_understood'],
    [{ dueText: '27/12/2022' }, 'dueText', 'due_before_source'],
    [{ dueText: '30/6/2023', sourceDate: '01/07/2023' }, 'dueText', 'due_before_source'],
    [{ sourceDate: '31/02/2023' }, 'sourceDate', 'invalid_date'],
    [{ componentCodes: '1.1.1;9.9.9' }, 'componentCodes', 'unknown_component'],
    [{ componentCodes: '1' }, 'componentCodes', 'unknown_component'],
    [{ priority: 'gấp lắm' }, 'priority', 'unknown_priority'],
  ])('rejects %j at %s as %s', async (fields, path, code) => {
    const row = await rowOf(fields);
    expect(row).toMatchObject({ outcome: 'rejected', codes: expect.arrayContaining([code]) });
    expect(row.faults).toContainEqual(expect.objectContaining({ path, code, warning: false }));
  });

  it.each([
    [{ dueText: '15/12' }, 'year_assumed', { dueDate: '2023-12-15' }],
    [{ dueText: '30/6/2032' }, 'year_differs', { dueDate: '2032-06-30' }],
    [{ dueText: 'Hằng quý' }, 'recurring', { dueDate: null }],
    [{ dueText: '' }, 'due_missing', { dueDate: null }],
    [
      { coordinatingUnitCodes: 'LS-STP; Các cơ quan, đơn vị có liên quan' },
      'unnamed_units',
      { coordinatingUnits: 1 },
    ],
  ])('takes %j with the warning %s', async (fields, code, normalised) => {
    const row = await rowOf(fields);
    expect(row).toMatchObject({ outcome: 'accepted_with_warning', codes: [code], normalised });
  });

  it.each([
    ['sở nội vụ', 'LS-SNV'],
    ['Ủy ban nhân dân TP. Lạng Sơn', '178'],
    ['UBND  Huyện Cao Lộc', '183'],
    ['178', '178'],
  ])('finds the lead unit "%s"', async (leadUnitCode, code) => {
    expect((await rowOf({ leadUnitCode })).normalised.leadUnit.code).toBe(code);
  });

  it('asks for a code where a name is that of several units', async () => {
    const same = { name_vi: 'Xã Trùng Tên', name_en: 'Same', level: 'commune' };
    for (const [code, parent] of [
      ['X1', '178'],
      ['X2', '180'],
    ]) {
      await par.database.query(
        `INSERT INTO unit (id, code, name_vi, name_en, level, parent_id) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
        [code, same.name_vi, same.name_en, same.level, units.get(parent)],
      );
    }
    const row = await rowOf({ leadUnitCode: 'UBND xã trùng tên' });
    expect(row.codes).toEqual(['ambiguous_unit']);
    expect(row.message).toContain(
      'Xã Trùng Tên, Thành phố Lạng Sơn (X1); Xã Trùng Tên, Huyện Tràng Định (X2)',
    );
    expect((await rowOf({ leadUnitCode: 'X2' })).outcome).toBe('accepted');
  });

  it('proposes units for a misspelt one, and says when one was valid', async () => {
    expect((await rowOf({ leadUnitCode: 'So Noi vu' })).message).toContain('Có phải là: Sở Nội vụ (LS-SNV)');
    expect((await rowOf({ leadUnitCode: 'LS-SNNMT' })).message).toContain(
      '28/12/2022 (chỉ trong thời gian 01/03/2025 – …)',
    );
  });

  it('tells names with commas from lists of names, and takes groups without the lead unit', async () => {
    const text = 'Sở Văn hóa, Thể thao và Du lịch, Sở Tư pháp và Sở Y tế; Các sở, ban, ngành';
    expect((await rowOf({ coordinatingUnitCodes: text })).normalised.coordinatingUnits).toBe(19);
    const three = 'Sở Văn hóa, Thể thao và Du lịch, Sở Tư pháp và Sở Y tế';
    expect((await rowOf({ coordinatingUnitCodes: three })).normalised.coordinatingUnits).toBe(3);
  });

  it('names components only where the plan has an edition', async () => {
    expect((await rowOf({ componentCodes: '1.1.1' }, { plan: bare })).codes).toEqual(['no_edition']);
  });

  it('rejects a code used twice in the file and one whose task in the plan says otherwise', async () => {
    const file = head + line({ taskRef: 'A-1' }) + line({ taskRef: 'A-1', titleVi: 'Việc khác' });
    expect((await send(file)).body.rows[1]).toMatchObject({ outcome: 'rejected', codes: ['duplicate'] });
    expect((await send(head + line({ taskRef: 'A-1' }), { plan: bare, dryRun: false })).status).toBe(200);
    const row = await rowOf({ taskRef: 'A-1', titleVi: 'Việc đã sửa' }, { plan: bare });
    expect(row).toMatchObject({ outcome: 'rejected', codes: ['exists'] });
    expect(row.message).toContain('A-1');
  });

  it('writes nothing when one row of many is rejected, and says which in a problem', async () => {
    const file =
      head +
      line({ taskRef: 'B-1' }) +
      line({ taskRef: 'B-2', dueText: '31/6' }) +
      line({ taskRef: 'B-3', titleVi: 'Ba' }) +
      line({ taskRef: 'B-4', titleVi: 'Ba' });
    const answer = await send(file, { dryRun: false, client: committee.with({ 'accept-language': 'en' }) });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'plan.import_rejected',
      title: expect.stringContaining('rows to correct: 1'),
      errors: [
        {
          path: 'rows[1].dueText',
          code: 'impossible_date',
          message: expect.stringContaining('is not a day'),
        },
      ],
      summary: { tasks: 4, accepted: 2, acceptedWithWarning: 1, rejected: 1 },
    });
    expect(answer.body.rows[3]).toMatchObject({ outcome: 'accepted_with_warning', codes: ['same_as_row'] });
    expect(await par.database.query(`SELECT code FROM task WHERE plan_id = $1`, [planId])).toEqual([]);
  });

  it('speaks the language of the caller', async () => {
    const english = committee.with({ 'accept-language': 'en' });
    expect((await rowOf({ dueText: '31/6' })).message).toMatch(/^Ngày "31\/6" không có thật/);
    expect((await rowOf({ dueText: '31/6' }, { client: english })).message).toMatch(/^"31\/6" is not a day/);
  });

  it('numbers rows without a code after the highest of plan and file', async () => {
    const plan = await addPlan(par.database, units.get('20')!, {
      code: 'KH-NUM',
      issued_on: '2022-12-28',
      year: 2023,
    });
    const refs = async (text: string) =>
      (await send(text, { plan, dryRun: false })).body.rows.map(
        (row: { normalised: { taskRef: string } }) => row.normalised.taskRef,
      );
    expect(await refs(head + line({}) + line({ taskRef: '2023-041', titleVi: 'Hai' }))).toEqual([
      '2023-042',
      '2023-041',
    ]);
    expect(await refs(head + line({ titleVi: 'Ba' }) + line({}))).toEqual(['2023-043', '2023-042']);
  });

  it('reads the heads of an official appendix, its group lines, and names columns it does not use once', async () => {
    const file = [
      'PHỤ LỤC,,,,,,',
      '(Kèm theo Kế hoạch số 01/KH-UBND),,,,,,',
      'STT,NỘI DUNG NHIỆM VỤ,Sản phẩm (kết quả đầu ra),Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Ghi chú',
      'II,CẢI CÁCH THỦ TỤC HÀNH CHÍNH,,,,,',
      '1,Rà soát thủ tục hành chính,Báo cáo,Văn phòng UBND tỉnh,UBND cấp huyện,Quý II/2023,làm sớm',
    ].join('\r\n');
    const { summary, rows } = (await send(file)).body;
    expect(summary).toEqual({ tasks: 1, accepted: 1, acceptedWithWarning: 0, rejected: 0 });
    expect(rows.map((row: { kind: string }) => row.kind)).toEqual(['header', 'group', 'task']);
    expect(rows[0]).toMatchObject({
      codes: ['unknown_column', 'head_found'],
      normalised: { unknownColumns: ['Ghi chú'] },
    });
    expect(rows[2].normalised).toMatchObject({
      titleVi: 'Rà soát thủ tục hành chính',
      leadUnit: { code: 'LS-VPUBND' },
      coordinatingUnits: 11,
      dueDate: '2023-06-30',
      groupField: '2',
    });
  });

  it('refuses files without the columns it needs, of another type, too large or missing', async () => {
    const missing = await send('STT,Ghi chú\r\n1,x\r\n');
    expect([missing.status, missing.body.errors.map((error: { code: string }) => error.code)]).toEqual([
      400,
      ['missing_column', 'missing_column', 'missing_column'],
    ]);
    expect((await send('titleVi,Nhiệm vụ,leadUnitCode,dueText\r\na,b,c,d')).body.errors[0].code).toBe(
      'column_twice',
    );
    const pdf = await send('%PDF-1.7', { name: 'a.pdf' });
    expect([pdf.status, pdf.body.code, pdf.body.errors[0].path]).toEqual([415, 'file.type', 'file']);
    const large = await send(`a${'x'.repeat(21 * 1024 * 1024)}`);
    expect([large.status, large.body.code]).toEqual([413, 'file.too_large']);
    expect((await committee.post(`/plans/${planId}/import`, { file: 'x' })).body.code).toBe('file.missing');
    expect((await send(head + line({}), { plan: units.get('20') })).status).toBe(404);
  });

  it('keeps text that looks like a formula harmless on the way out and whole on the way back', async () => {
    const plan = await addPlan(par.database, units.get('20')!, {
      code: 'KH-F',
      issued_on: '2022-12-28',
      year: 2023,
    });
    await send(head + line({ taskRef: '1', titleVi: '=HYPERLINK(x)' }), { plan, dryRun: false });
    const exported = await committee.get(`/plans/${plan}/export`);
    expect(exported.headers['content-disposition']).toContain('filename="KH-F.csv"');
    expect(exported.text).toContain("\r\n1,'=HYPERLINK(x),");
    expect((await send(exported.text, { plan })).body.rows[0].codes).toEqual(['unchanged']);
  });
});
