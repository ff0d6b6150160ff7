import { parseDueText } from './due-text';

const golden: [text: string, dueDate: string | null, form: string, warning?: string][] = [
  ['30/6/2023', '2023-06-30', 'day'],
  ['31/01/2023', '2023-01-31', 'day'],
  ['30 / 6 / 2023', '2023-06-30', 'day'],
  ['30-6-2023', '2023-06-30', 'day'],
  ['30.06.2023.', '2023-06-30', 'day'],
  ['ngày 30 tháng 6 năm 2023', '2023-06-30', 'day'],
  ['2023-06-30', '2023-06-30', 'day'],
  ['2023-06-30T00:00:00.000Z', '2023-06-30', 'day'],
  ['29/2/2024', '2024-02-29', 'day'],
  ['15/1/2024', '2024-01-15', 'day'],
  ['30/6/23', '2023-06-30', 'day'],
  ['Trước 15/12/2023', '2023-12-15', 'day'],
  ['Trước ngày 15/12/2023', '2023-12-15', 'day'],
  ['Hoàn thành trước ngày 15/12/2023', '2023-12-15', 'day'],
  ['Chậm nhất 15/12/2023', '2023-12-15', 'day'],
  ['15/12', '2023-12-15', 'day', 'year_assumed'],
  ['Trước 15/12', '2023-12-15', 'day', 'year_assumed'],
  ['30/6/2032', '2032-06-30', 'day', 'year_differs'],
  ['Tháng 5/2023', '2023-05-31', 'month'],
  ['Tháng 2/2024', '2024-02-29', 'month'],
  ['Tháng 05 năm 2023', '2023-05-31', 'month'],
  ['Trong tháng 5/2023', '2023-05-31', 'month'],
  ['5/2023', '2023-05-31', 'month'],
  ['tháng 5', '2023-05-31', 'month', 'year_assumed'],
  ['Quý II/2023', '2023-06-30', 'quarter'],
  ['Quý I/2023', '2023-03-31', 'quarter'],
  ['Quý III năm 2023', '2023-09-30', 'quarter'],
  ['QUÝ IV - 2023', '2023-12-31', 'quarter'],
  ['Quí II/2023', '2023-06-30', 'quarter'],
  ['quy ii/2023', '2023-06-30', 'quarter'],
  ['Quý 2', '2023-06-30', 'quarter', 'year_assumed'],
  ['Hết quý 2/2023', '2023-06-30', 'quarter'],
  ['6 tháng đầu năm', '2023-06-30', 'half_year'],
  ['6 tháng đầu năm 2023', '2023-06-30', 'half_year'],
  ['6 tháng cuối năm', '2023-12-31', 'half_year'],
  ['9 tháng', '2023-09-30', 'nine_months'],
  ['9 tháng đầu năm 2023', '2023-09-30', 'nine_months'],
  ['Cả năm', '2023-12-31', 'year'],
  ['Cả năm 2023', '2023-12-31', 'year'],
  ['Năm 2023', '2023-12-31', 'year'],
  ['Trong năm 2023', '2023-12-31', 'year'],
  ['Trong năm', '2023-12-31', 'year'],
  ['Cuối năm 2023', '2023-12-31', 'year'],
  ['Thường xuyên', null, 'regular'],
  ['Thường xuyên trong năm', null, 'regular'],
  ['Hằng quý', null, 'regular', 'recurring'],
  ['Trước ngày 15 hàng tháng', null, 'regular', 'recurring'],
];

const refused: [text: string, refusal: string][] = [
  ['31/6/2023', 'impossible_date'],
  ['29/2/2023', 'impossible_date'],
  ['0/6/2023', 'impossible_date'],
  ['15/13/2023', 'impossible_date'],
  ['2023-02-30', 'impossible_date'],
  ['Tháng 13/2023', 'impossible_date'],
  ['30/6/9999', 'impossible_date'],
  ['Quý V/2023', 'due_not_understood'],
  ['Quý 5', 'due_not_understood'],
  ['sớm', 'due_not_understood'],
  ['Trước', 'due_not_understood'],
  ['30/6/2023 hoặc 30/7/2023', 'due_not_understood'],
  ['', 'due_not_understood'],
];

describe('the time of a task as an appendix writes it', () => {
  it.each(golden)('%s is %s (%s)', (...row) => {
    const [text, dueDate, normalisedAs, warning] = row;
    const expected = warning ? { dueDate, normalisedAs, warning } : { dueDate, normalisedAs };
    expect(parseDueText(text, 2023)).toEqual(expected);
  });

  it.each(golden)('%s reads the same decomposed, in capitals and with wide blanks', (text, ...rest) => {
    const odd = ` ${text.normalize('NFD').toUpperCase().replaceAll(' ', '\u00a0 ')} `;
    const [dueDate, normalisedAs] = rest;
    expect(parseDueText(odd, 2023)).toMatchObject({ dueDate, normalisedAs });
  });

  it.each(refused)('refuses "%s" as %s', (text, refusal) => {
    expect(parseDueText(text, 2023)).toMatchObject({ refusal });
  });

  it('says in both languages what to write instead', () => {
    expect(parseDueText('31/6', 2023)).toMatchObject({
      texts: {
        vi: expect.stringContaining('"31/6" không có thật'),
        en: expect.stringContaining('"31/6" is not a day'),
      },
    });
  });

  it('takes a missing year from the plan', () => {
    expect(parseDueText('Cả năm', 2025)).toMatchObject({ dueDate: '2025-12-31' });
    expect(parseDueText('29/2', 2024)).toMatchObject({ dueDate: '2024-02-29', warning: 'year_assumed' });
    expect(parseDueText('29/2', 2023)).toMatchObject({ refusal: 'impossible_date' });
  });
});
