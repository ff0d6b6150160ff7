import type { HttpClient } from '../../../../test/support/http-client';
import { openPar, type Par } from '../../../../test/support/par';
import { addPerson, addUnit } from '../../../../test/support/people';

const HEAD = 'username,displayName,email,unitCode,position,role,roleUnitCode,password';

describe('people from a file', () => {
  let par: Par;
  let admin: HttpClient;

  beforeAll(async () => {
    par = await openPar('empty');
    const province = await addUnit(par.database, '20');
    const snv = await addUnit(par.database, 'LS-SNV', province);
    await addUnit(par.database, 'LS-STC', province);
    await addPerson(par, { username: 'admin', unitId: province, role: 'admin' });
    await addPerson(par, { username: 'snv-admin', unitId: snv, role: 'admin' });
    admin = await par.signIn('admin');
  });

  afterAll(() => par.close());

  const send = (lines: string[], query = '', by = admin) =>
    by.upload(`/users/import${query}`, 'người dùng.csv', [HEAD, ...lines].join('\r\n'));
  const people = async () =>
    (await par.database.query('SELECT count(*)::int AS n FROM app_user'))[0].n as number;

  it('are checked first, then taken with their roles and passwords', async () => {
    const lines = [
      'lan.snv,Nguyễn Thị Lan,lan@langson.example,LS-SNV,Chuyên viên,chuyên viên,,mật-khẩu-ban-đầu',
      ',Hoàng Văn Thủ,,LS-STC,Giám đốc,leader,20,',
    ];
    const before = await people();
    const dry = await send(lines, '?dryRun=true');
    expect([dry.status, await people()]).toEqual([200, before]);
    const taken = await send(lines);
    expect(taken.body).toEqual(dry.body);
    expect(taken.body.summary).toEqual({ rows: 2, accepted: 2, acceptedWithWarning: 0, rejected: 0 });
    expect(taken.body.rows[0]).toMatchObject({
      row: 2,
      kind: 'user',
      normalised: { username: 'lan.snv', role: 'officer' },
    });
    expect(taken.text).not.toContain('mật-khẩu-ban-đầu');
    const lan = await (await par.signIn('lan.snv', 'mật-khẩu-ban-đầu')).get('/session');
    expect(lan.body.user.grants).toMatchObject([{ role: 'officer', unit: { code: 'LS-SNV' } }]);
    const leader = await admin.get('/users?role=leader');
    expect(leader.body.items).toMatchObject([
      { displayName: 'Hoàng Văn Thủ', username: null, grants: [{ unit: { code: '20' } }] },
    ]);
    const acts = await par.database.query(
      "SELECT act, count(*)::int AS n FROM journal_entry WHERE act IN ('user.created', 'grant.added') GROUP BY act ORDER BY act",
    );
    expect(acts).toEqual([
      { act: 'grant.added', n: 2 },
      { act: 'user.created', n: 2 },
    ]);
  });

  it('are all left out when one line is wrong, and every line says why', async () => {
    const before = await people();
    const answer = await send([
      'tot,Người Tốt,,LS-SNV,,,,',
      'ADMIN,Trùng Tên,,LS-SNV,,,,',
      'hai,Một Lần,,LS-SNV,,,,',
      'Hai,Hai Lần,,LS-SNV,,,,',
      'có dấu,Tên Lạ,không-phải-thư,LS-XYZ,,,,',
      'ba,,,,,,,',
      'bon,Bốn,,LS-SNV,,vua,,',
      'nam,Năm,,LS-SNV,,,20,ngắn',
      ',Sáu,,LS-SNV,,,,mật-khẩu-thừa',
    ]);
    expect([answer.status, answer.body.code, await people()]).toEqual([422, 'user.import_rejected', before]);
    expect(answer.body.summary).toEqual({ rows: 9, accepted: 2, acceptedWithWarning: 0, rejected: 7 });
    expect(answer.body.rows.map(({ codes }: { codes: string[] }) => codes)).toEqual([
      [],
      ['user.username_taken'],
      [],
      ['user.username_taken'],
      ['user.username_form', 'user.email_form', 'user.unit_unknown'],
      ['user.cell_empty'],
      ['user.role_unknown'],
      ['user.role_missing', 'user.password_weak'],
      ['user.password_unused'],
    ]);
    expect(answer.body.rows[4].message).toContain('LS-XYZ');
  });

  it('are all read, however many empty lines stand between and above them', async () => {
    const person = (n: number) => `,Người ${n},,LS-SNV,,,,`;
    const spaced = Array.from({ length: 2000 }, (_, n) => `${person(n)}\r\n,,,`);
    const taken = await admin.upload(
      '/users/import?dryRun=true',
      'a.csv',
      ['', '', HEAD, ...spaced].join('\r\n'),
    );
    expect([taken.status, taken.body.summary.accepted]).toEqual([200, 2000]);
    expect(taken.body.rows[1999].row).toBe(4002);
    const long = [...Array<string>(1500).fill(''), ...Array.from({ length: 2001 }, (_, n) => person(n))];
    const refused = await send(long, '?dryRun=true');
    expect([refused.status, refused.body.code]).toEqual([413, 'file.too_many_rows']);
  });

  it('are refused in a file of nothing but empty lines, and soon', async () => {
    const answer = await admin.upload('/users/import?dryRun=true', 'a.csv', '\n'.repeat(15_000_000));
    expect([answer.status, answer.body.code]).toEqual([413, 'file.too_many_rows']);
  });

  it('take no word that every object knows for a role, and no unseen characters for a name', async () => {
    const answer = await send([',Một,,LS-SNV,,constructor,,', ',\u200b\u202e,,LS-SNV,,,,']);
    expect(answer.status).toBe(422);
    expect(answer.body.rows.map(({ codes }: { codes: string[] }) => codes)).toEqual([
      ['user.role_unknown'],
      ['user.cell_empty'],
    ]);
  });

  it('are asked for again when the form is broken or holds two files', async () => {
    const part = (content: string) =>
      `--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${content}`;
    const post = async (type: string, payload: string) => {
      const answer = await admin.with({ 'content-type': type }).send('POST', '/users/import', payload);
      return [answer.status, answer.body.code];
    };
    const form = 'multipart/form-data; boundary=b';
    const file = `${HEAD}\r\n,Người Lạ,,LS-SNV,,,,`;
    const before = await people();
    expect(await post(form, 'no form at all')).toEqual([400, 'file.broken_form']);
    expect(await post('multipart/form-data', part(file))).toEqual([400, 'file.broken_form']);
    expect(await post(form, part(file))).toEqual([400, 'file.broken_form']);
    const twice = `${part(file)}\r\n${part(file)}\r\n--b--\r\n`;
    expect(await post(form, twice)).toEqual([400, 'file.several']);
    expect(await people()).toBe(before);
  });

  it('land only in units that the sender administers', async () => {
    const local = await par.signIn('snv-admin');
    const answer = await send(['x1,Ngoài,,LS-STC,,,,', 'x2,Trên,,LS-SNV,,admin,20,'], '', local);
    expect(answer.body.rows.map(({ codes }: { codes: string[] }) => codes)).toEqual([
      ['user.unit_unknown'],
      ['user.unit_unknown'],
    ]);
    expect(
      (await send(['x3,Ai Đó,,LS-SNV,,,,'], '', await par.signIn('lan.snv', 'mật-khẩu-ban-đầu'))).status,
    ).toBe(403);
  });

  it('are refused as a whole when columns are missing or unknown', async () => {
    const missing = await admin.upload('/users/import', 'a.csv', 'username,displayName\nx,X');
    expect([missing.status, missing.body.errors[0].code]).toEqual([400, 'user.column_missing']);
    const unknown = await admin.upload('/users/import', 'a.csv', 'Họ và tên,Mã đơn vị,màu\nX,20,đỏ');
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([400, 'user.column_unknown']);
  });
});
