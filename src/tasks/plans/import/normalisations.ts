import { fillTexts, type Locale, type Texts } from '../../../platform/errors/problem';
import type { Column } from './columns';

/** What a cell says and what was taken for it, where the two differ. */
export interface Normalisation {
  path: Column;
  how: NormalisedHow;
  from: string;
  to: string;
}

const words = {
  unit_name: { vi: '"{from}" hiểu là {to}.', en: '"{from}" is read as {to}.' },
  unit_group: {
    vi: '"{from}" hiểu là {to} đơn vị có hiệu lực vào ngày giao.',
    en: '"{from}" is read as the {to} units valid on the day of assignment.',
  },
  due_text: { vi: 'Thời gian "{from}" hiểu là {to}.', en: 'The time "{from}" is read as {to}.' },
  formula: {
    vi: 'Ô là công thức; chỉ lấy giá trị đã lưu: "{to}".',
    en: 'The cell is a formula; only its stored value is taken: "{to}".',
  },
  merged: {
    vi: 'Ô trộn từ dòng {from}: "{to}" áp dụng cho cả dòng này.',
    en: 'A cell merged from line {from}: "{to}" counts for this line too.',
  },
  inherited: {
    vi: 'Ô trống; lấy theo dòng {from}: "{to}".',
    en: 'The cell is empty; taken from line {from}: "{to}".',
  },
  joined: {
    vi: 'Nối thêm nội dung của các dòng: {from}.',
    en: 'The text of these lines was added: {from}.',
  },
  yes_or_no: { vi: '"{from}" hiểu là {to}.', en: '"{from}" is read as {to}.' },
} satisfies Record<string, Texts>;

export type NormalisedHow = keyof typeof words;

const SHORT = 200;

export function saidOf({ how, from, to }: Normalisation, locale: Locale): string {
  return fillTexts(words[how], { from: from.slice(0, SHORT), to: to.slice(0, SHORT) })[locale];
}
