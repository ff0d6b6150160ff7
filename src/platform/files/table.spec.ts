import { deflateRawSync } from 'node:zlib';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { openCsv as open } from './csv-table';
import { readTable } from './table';
import { partsOf } from '../../../test/support/workbook';
import { zipStored } from '../../../test/support/zip';

const csv = (text: string, options = {}) => readTable('bảng.csv', Buffer.from(text), options);
const openCsv = (text: string) => open(Buffer.from(text), { rows: 10, columns: 10 });
const xlsx = async (grid: SheetData, options = {}) =>
  readTable('bảng.xlsx', await writeXlsxFile(grid).toBuffer(), options);
const refused = (code: string, status: number) =>
  expect.objectContaining({ code, status, fields: [expect.objectContaining({ path: 'file' })] });

describe('reading a CSV file', () => {
  it('takes quotes, line breaks in cells, byte order mark and the numbers of lines as a spreadsheet shows them', async () => {
    const table = await csv('\ufeffmã, tên \r\n1,"Sở ""Nội vụ"",\r\nLạng Sơn"\r\n\r\n2, b \r\n');
    expect(table.headers).toEqual(['mã', 'tên']);
    expect(table.rows).toEqual([
      { row: 2, cells: { mã: '1', tên: 'Sở "Nội vụ",\r\nLạng Sơn' } },
      { row: 4, cells: { mã: '2', tên: 'b' } },
    ]);
  });

  it('tells semicolons from commas by the header, outside quotes', async () => {
    expect((await csv('a;"b,c,d"\n1;2,5')).rows[0].cells).toEqual({ a: '1', 'b,c,d': '2,5' });
    expect((await csv('a,b\n1;2,3')).rows[0].cells).toEqual({ a: '1;2', b: '3' });
  });

  it('tells them by the lines of the table, not by its titles or the lists in its cells', async () => {
    const { lines } = await openCsv(
      'PHỤ LỤC, ban hành kèm theo Kế hoạch số 1, ngày 1, tháng 1\r\na;b;c\r\n1;x, y, z, t;2\r\n3;x, y;4\r\n',
    ).read(0);
    expect(lines.map(({ cells }) => cells.length)).toEqual([1, 3, 3, 3]);
    expect((await csv('a\tb\n1\t2,5\n')).rows[0].cells).toEqual({ a: '1', b: '2,5' });
  });

  it('takes the Unicode text of spreadsheets', async () => {
    const text = Buffer.from('\ufefftên\tmã\r\nSở Nội vụ\t1\r\n', 'utf16le');
    expect((await readTable('a.csv', text)).rows[0].cells).toEqual({ tên: 'Sở Nội vụ', mã: '1' });
  });

  it('gives composed letters whatever the file holds', async () => {
    const table = await csv('tên\nSở Nội vụ'.normalize('NFD'));
    expect(table).toEqual({ headers: ['tên'], rows: [{ row: 2, cells: { tên: 'Sở Nội vụ' } }] });
  });

  it('says what is wrong with a file it cannot take', async () => {
    const windows1258 = Buffer.from([0x74, 0xea, 0x6e, 0x0a, 0x53, 0xf0]);
    await expect(readTable('a.csv', windows1258)).rejects.toEqual(refused('file.encoding', 400));
    await expect(readTable('a.xls', Buffer.from('x'))).rejects.toEqual(refused('file.type', 415));
    await expect(readTable('a.csv', Buffer.alloc(0))).rejects.toEqual(refused('file.empty', 400));
    await expect(csv('a,b\n')).rejects.toEqual(refused('file.empty', 400));
    await expect(csv('a,b\n1,"2\n')).rejects.toEqual(refused('file.unreadable_line', 400));
    await expect(csv('a,b\n1,2,3')).rejects.toEqual(refused('file.row_too_long', 400));
    await expect(csv('a,a\n1,2')).rejects.toEqual(refused('file.header_twice', 400));
    await expect(csv('a,,b\n1,2,3')).rejects.toEqual(refused('file.header_missing', 400));
    await expect(csv('a\n1\u0000')).rejects.toEqual(refused('file.cell', 400));
    await expect(csv('a\n1\n2\n3', { rows: 2 })).rejects.toEqual(refused('file.too_many_rows', 413));
    await expect(csv('a,b\n1,2', { columns: 1 })).rejects.toEqual(refused('file.too_many_columns', 413));
  });

  it('keeps a column named like a part of every object an ordinary column', async () => {
    const [{ cells }] = (await csv('__proto__,constructor\n1,2')).rows;
    expect(Object.entries(cells)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('reading an XLSX file', () => {
  it('takes days, numbers, texts and gaps of the first sheet', async () => {
    const day = { value: new Date(Date.UTC(2023, 5, 30)), type: Date, format: 'dd/mm/yyyy' };
    const table = await xlsx([
      ['Mã', 'Thời hạn', 'Điểm', 'Ghi chú'],
      ['LS-SNV'.normalize('NFD'), day, 0.1 + 0.2, null],
      [null, null, null, null],
      [null, null, 12, ' =1+1 '],
    ]);
    expect(table.headers).toEqual(['Mã', 'Thời hạn', 'Điểm', 'Ghi chú']);
    expect(table.rows).toEqual([
      { row: 2, cells: { Mã: 'LS-SNV', 'Thời hạn': '2023-06-30', Điểm: '0.3', 'Ghi chú': '' } },
      { row: 4, cells: { Mã: '', 'Thời hạn': '', Điểm: '12', 'Ghi chú': '=1+1' } },
    ]);
  });

  it('takes nothing of a formula but the value stored with it', async () => {
    const table = await readTable('a.xlsx', edited('<c r="A2"><f>HYPERLINK("http://x")</f><v>42</v></c>'));
    expect(table.rows).toEqual([{ row: 2, cells: { a: '42' } }]);
  });

  it('refuses what is no workbook, and too many rows or columns', async () => {
    await expect(readTable('a.xlsx', Buffer.from('a,b\n1,2'))).rejects.toEqual(
      refused('file.unreadable', 400),
    );
    await expect(readTable('a.xlsx', Buffer.from('PK\x03\x04 broken'))).rejects.toEqual(
      refused('file.unreadable', 400),
    );
    await expect(readTable('a.xlsx', zipStored(new Map([['a.xml', Buffer.from('<a/>')]])))).rejects.toEqual(
      refused('file.unreadable', 400),
    );
    await expect(xlsx([['a'], [1], [2], [3]], { rows: 2 })).rejects.toEqual(
      refused('file.too_many_rows', 413),
    );
    await expect(
      xlsx(
        [
          ['a', 'b'],
          [1, 2],
        ],
        { columns: 1 },
      ),
    ).rejects.toEqual(refused('file.too_many_columns', 413));
  });

  it('ends the reading of a sheet that names a row far beyond any sheet', async () => {
    const gap = edited('<c r="A2"><v>1</v></c></row><row r="2000000000"><c r="A2000000000"><v>1</v></c>');
    await expect(readTable('a.xlsx', gap)).rejects.toEqual(refused('file.unreadable', 400));
  });

  it('refuses a zip that unpacks to too much, as declared or in truth', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(61 * 1024 * 1024, 0x20));
    await expect(readTable('a.xlsx', bomb)).rejects.toEqual(refused('file.unpacked_too_large', 413));
    const dense = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(5_000_000, 0x20));
    await expect(readTable('a.xlsx', dense)).rejects.toEqual(refused('file.unpacked_too_large', 413));
    const lying = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(5_000_000, 0x20), 1_000);
    await expect(readTable('a.xlsx', lying)).rejects.toEqual(refused('file.unreadable', 400));
  });
});

/** A workbook with the header "a" whose second line holds the given cells. */
function edited(cells: string): Buffer {
  const parts = partsOf({ rows: [['a'], ['b']] });
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = parts.get(name)!.toString();
  parts.set(name, Buffer.from(sheet.replace(/(<row r="2"[^>]*>).*?(<\/row>)/s, `$1${cells}$2`)));
  return zipStored(parts);
}

/** A zip of one packed entry that declares `declared` bytes. */
function zipOf(name: string, data: Buffer, declared = data.length): Buffer {
  const packed = deflateRawSync(data);
  const zip = zipStored(new Map([[name, packed]]));
  const entry = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip.writeUInt16LE(8, entry + 10);
  zip.writeUInt32LE(declared, entry + 24);
  return zip;
}
