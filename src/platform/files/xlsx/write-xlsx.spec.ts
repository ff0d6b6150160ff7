import { readSheet } from 'read-excel-file/node';
import { unzip } from '../../../../test/support/zip';
import { openXlsx } from './open-xlsx';
import { writeXlsx, type PrintedRow } from './write-xlsx';

const sheet = { name: "Phụ lục '1'", widths: [5, 40], frozenRows: 2, headRows: [2, 2] as [number, number] };
const bytesOf = async (rows: PrintedRow[]) => {
  const given = async function* () {
    for (const row of rows) yield await Promise.resolve(row);
  };
  const pieces: Buffer[] = [];
  for await (const piece of writeXlsx(sheet, given())) pieces.push(piece);
  return Buffer.concat(pieces);
};
const row = (...texts: string[]): PrintedRow => ({ cells: texts.map((text) => ({ text, style: 'text' })) });

describe('a workbook written row by row', () => {
  it('is read by others as it was written, and by this program', async () => {
    const texts = ['1', 'Sở Nội vụ\nvà "Sở <Tư pháp>" & 1', '🙂 _x0041_ \u0001x'];
    const bytes = await bytesOf([
      { cells: [{ text: 'PHỤ LỤC', style: 'title', across: 3 }], height: 20 },
      row(...texts),
      row('', '', ''),
    ]);
    const shown = ['1', texts[1], '🙂 _x0041_ x'];
    expect(await readSheet(bytes)).toEqual([['PHỤ LỤC', null, null], shown]);
    const read = await (await openXlsx(bytes, { rows: 10, columns: 10 })).read(0);
    expect(read.lines.map(({ cells }) => cells)).toEqual([['PHỤ LỤC'], shown]);
    expect(read).toMatchObject({ name: sheet.name, merges: [{ top: 1, bottom: 1, left: 0, right: 2 }] });
  });

  it('makes text that looks like a formula harmless', async () => {
    const bytes = await bytesOf([row('=1+1', '@x', '＝1')]);
    expect((await readSheet(bytes))[0]).toEqual(["'=1+1", "'@x", "'＝1"]);
  });

  it('repeats its head on every page, with the name of the sheet quoted', async () => {
    const xml = unzip(await bytesOf([row('a')]))
      .get('xl/workbook.xml')!
      .toString();
    expect(xml).toContain(`>'Phụ lục ''1'''!$2:$2</definedName>`);
  });

  it('takes no more memory for 50,000 rows than for one', async () => {
    const before = process.memoryUsage().rss;
    let [most, size] = [0, 0];
    const rows = async function* () {
      for (let n = 0; n < 50_000; n++)
        yield await Promise.resolve(row(String(n), `Nhiệm vụ ${n} ${'x'.repeat(300)}`));
    };
    for await (const piece of writeXlsx(sheet, rows())) {
      size += piece.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(size).toBeGreaterThan(500_000);
    expect((most - before) / 1024 / 1024).toBeLessThan(150);
  });

  it('fails with its rows', async () => {
    const rows = async function* (): AsyncGenerator<PrintedRow> {
      yield await Promise.resolve(row('a'));
      throw new Error('no more rows');
    };
    const reading = async () => {
      for await (const piece of writeXlsx(sheet, rows())) void piece;
    };
    await expect(reading()).rejects.toThrow('no more rows');
  });
});
