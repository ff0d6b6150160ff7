import { dispositionOf } from './csv';
import { safeFileName } from './file-name';

describe('the name of a file from outside', () => {
  it.each([
    ['Báo cáo quý III.pdf', 'Báo cáo quý III.pdf'],
    ['Ba\u0301o ca\u0301o.pdf', 'Báo cáo.pdf'],
    ['C:\\fakepath\\a.pdf', 'a.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['a\u200B\u2028b.pdf', 'ab.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['nul', '_nul'],
    ['com1 .txt', '_com1 .txt'],
    ['Control.pdf', 'Control.pdf'],
    ['a<b>:"c"|?*.pdf', 'a_b___c____.pdf'],
    ['.htaccess', 'htaccess'],
    ['a.pdf. . ', 'a.pdf'],
    ['..', 'file'],
    ['', 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it('is cut to what every file system takes, between letters and before its ending', () => {
    const kept = safeFileName(`${'ế'.repeat(300)}.pdf`);
    expect(kept).toMatch(/^ế+\.pdf$/);
    expect(Buffer.byteLength(kept)).toBe(199);
    expect(safeFileName('😀'.repeat(100))).toBe('😀'.repeat(50));
  });

  it('is sent so that old and new programs read it and nothing in it ends the header', () => {
    expect(dispositionOf('Đề án "số" 1; x=y.pdf')).toBe(
      `attachment; filename="De an _so_ 1_ x_y.pdf"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%22s%E1%BB%91%22%201%3B%20x%3Dy.pdf`,
    );
  });
});
