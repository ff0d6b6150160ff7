import { dispositionOf, toCsv } from './csv';

const column = (header: string, key: string) => ({
  header,
  value: (row: Record<string, string | number | null>) => row[key],
});

describe('writing CSV', () => {
  it('begins with a byte order mark, ends lines with CRLF and quotes what needs it', () => {
    const text = toCsv(
      [column('Mã', 'a'), column('Tên', 'b')],
      [
        { a: 1, b: 'Sở "Nội vụ", tỉnh' },
        { a: null, b: '' },
      ],
    );
    expect(text).toBe('\ufeffMã,Tên\r\n1,"Sở ""Nội vụ"", tỉnh"\r\n,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])('makes %j harmless', (text) => {
    expect(toCsv([column('a', 'a')], [{ a: text }])).toMatch(/^\ufeffa\r\n"?'/);
  });

  it('leaves real numbers alone, below zero too', () => {
    expect(toCsv([column('a', 'a')], [{ a: -21.07 }])).toBe('\ufeffa\r\n-21.07\r\n');
  });
});

describe('the name of a file to keep', () => {
  it('is given plainly and in full, and cannot break out of its header', () => {
    expect(dispositionOf('Báo cáo quý Đ.csv')).toBe(
      `attachment; filename="Bao cao quy D.csv"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20qu%C3%BD%20%C4%90.csv`,
    );
    expect(dispositionOf('a"\r\nset-cookie: x;../b.csv')).not.toMatch(/[\r\n]|filename="[^"]*"[^;]|\.\.\//);
  });
});
