import { fillTexts, type Params, type Texts } from '../../../platform/errors/problem';
import type { Column } from './columns';

/** A fault of a row (it is rejected) or a doubt (it is taken, and somebody should look). */
export interface Finding {
  path: Column;
  code: string;
  texts: Texts;
  warning: boolean;
  /** Units that may have been meant, at most five. */
  proposals?: Proposal[];
}

export interface Proposal {
  code: string;
  nameVi: string;
  /** Name of the unit above: communes share names. */
  parentName: string | null;
}

const faults = {
  empty_title: {
    vi: 'Chưa có nội dung nhiệm vụ.',
    en: 'The task has no title.',
  },
  too_long: {
    vi: 'Nội dung ô dài quá {max} ký tự. Rút gọn lại.',
    en: 'The cell is longer than {max} characters. Shorten it.',
  },
  duplicate: {
    vi: 'Mã nhiệm vụ "{text}" đã có ở dòng {row} của tệp. Đổi một trong hai mã.',
    en: 'The task code "{text}" is already on line {row} of the file. Change one of them.',
  },
  exists: {
    vi: 'Kế hoạch đã có nhiệm vụ {text} với nội dung khác. Sửa trực tiếp nhiệm vụ đó thay vì nhập lại.',
    en: 'The plan already has task {text} with other content. Edit that task instead of importing it again.',
  },
  empty_lead: {
    vi: 'Chưa có cơ quan chủ trì. Ghi một đơn vị; nếu ô được trộn trong bảng tính, gửi tệp XLSX thay cho CSV.',
    en: 'The lead unit is missing. Name one unit; where cells are merged in the sheet, send it as XLSX instead of CSV.',
  },
  several_leads: {
    vi: '"{text}" không phải một đơn vị duy nhất. Mỗi nhiệm vụ có đúng một cơ quan chủ trì: đưa các đơn vị còn lại sang cột phối hợp, hoặc giao riêng cho từng đơn vị bằng "Giao nhiều đơn vị".',
    en: '"{text}" is not one unit. A task has exactly one lead unit: put the others into the coordinating column, or assign it to each of them with "Assign to many units".',
  },
  cell_error: {
    vi: 'Ô là công thức bị lỗi ({text}). Sửa công thức hoặc ghi thẳng nội dung vào ô.',
    en: 'The cell is a formula in error ({text}). Mend the formula or write its value into the cell.',
  },
  formula_unstored: {
    vi: 'Ô là công thức chưa có kết quả lưu kèm. Mở tệp bằng Excel, lưu lại rồi gửi, hoặc ghi thẳng nội dung.',
    en: 'The cell is a formula without a stored result. Open the file in Excel, save it and send it again, or write the value.',
  },
  not_found: {
    vi: 'Không có đơn vị "{text}", hoặc đơn vị nằm ngoài phạm vi giao việc của bạn.',
    en: 'There is no unit "{text}", or it lies outside the units to which you may assign tasks.',
  },
  not_found_like: {
    vi: 'Không có đơn vị "{text}". Có phải là: {candidates}? Ghi tên hoặc mã của đơn vị đúng.',
    en: 'There is no unit "{text}". Is it one of these: {candidates}? Write the name or code of the right one.',
  },
  ambiguous_unit: {
    vi: '"{text}" có thể là nhiều đơn vị: {candidates}. Ghi mã đơn vị.',
    en: '"{text}" may be several units: {candidates}. Write the code of the unit.',
  },
  unit_not_valid: {
    vi: 'Đơn vị "{text}" không hoạt động vào ngày {day} (chỉ trong thời gian {periods}). Ghi đơn vị có hiệu lực vào ngày đó.',
    en: 'The unit "{text}" did not exist on {day} (only in {periods}). Name the unit that was valid on that day.',
  },
  too_many_units: {
    vi: 'Quá {max} cơ quan phối hợp.',
    en: 'There are more than {max} coordinating units.',
  },
  invalid_date: {
    vi: '"{text}" không phải một ngày có thật. Ghi dạng 28/12/2022 hoặc 2022-12-28.',
    en: '"{text}" is not a day that exists. Write it as 28/12/2022 or 2022-12-28.',
  },
  due_before_source: {
    vi: 'Thời hạn {due} trước ngày giao {day}.',
    en: 'The due date {due} lies before the day of assignment {day}.',
  },
  unknown_component: {
    vi: 'Bộ tiêu chí của kế hoạch không có tiêu chí thành phần "{text}".',
    en: 'The edition of the plan has no component "{text}".',
  },
  no_edition: {
    vi: 'Kế hoạch chưa chọn bộ tiêu chí nên không gắn được tiêu chí "{text}". Chọn bộ tiêu chí cho kế hoạch trước.',
    en: 'The plan has no edition, so component "{text}" cannot be linked. Choose the edition of the plan first.',
  },
  too_many_components: {
    vi: 'Quá {max} tiêu chí thành phần.',
    en: 'There are more than {max} components.',
  },
  unknown_priority: {
    vi: '"{text}" không phải mức ưu tiên. Ghi Cao, Bình thường hoặc Thấp.',
    en: '"{text}" is not a priority. Write high, normal or low.',
  },
} satisfies Record<string, Texts>;

const warnings = {
  year_assumed: {
    vi: 'Thời hạn không ghi năm; hiểu là {due}.',
    en: 'The time names no year; read as {due}.',
  },
  year_differs: {
    vi: 'Năm của thời hạn {due} khác xa năm của kế hoạch. Kiểm tra lại.',
    en: "The year of the due date {due} is far from the plan's. Check it.",
  },
  recurring: {
    vi: 'Nhiệm vụ định kỳ: không đặt thời hạn. Nếu cần, tạo nhiệm vụ riêng cho từng kỳ.',
    en: 'A recurring task: no due date is set. If needed, make a task of its own for each period.',
  },
  due_missing: {
    vi: 'Chưa ghi thời gian hoàn thành; nhiệm vụ không có thời hạn nên sẽ không bao giờ quá hạn.',
    en: 'No time is given; without a due date the task will never be overdue.',
  },
  unnamed_units: {
    vi: '"{text}" không nêu tên đơn vị nào; không ghi nhận cơ quan phối hợp từ cụm từ này.',
    en: '"{text}" names no unit; no coordinating unit is taken from it.',
  },
  hidden_row: {
    vi: 'Dòng đang bị ẩn trong bảng tính nhưng vẫn được nhập. Nếu không giao nhiệm vụ này, xóa dòng khỏi tệp.',
    en: 'The row is hidden in the sheet and is imported all the same. If it is not to be assigned, delete it.',
  },
  serial_day: {
    vi: 'Ô ghi số {text} thay cho ngày; hiểu là {due}. Kiểm tra lại.',
    en: 'The cell holds the number {text} in place of a day; read as {due}. Check it.',
  },
  evidence_words: {
    vi: 'Cột yêu cầu tài liệu kiểm chứng ghi "{text}"; hiểu là có yêu cầu. Chỉ ghi "có" hoặc "không".',
    en: 'The column of evidence says "{text}"; read as required. Write only "có" or "không".',
  },
  same_as_row: {
    vi: 'Giống hệt nội dung, cơ quan chủ trì và thời hạn của dòng {row}. Kiểm tra có bị lặp không.',
    en: 'Has the same title, lead unit and due date as line {row}. Check that it is not there twice.',
  },
} satisfies Record<string, Texts>;

export type FaultCode = Exclude<keyof typeof faults, 'not_found_like'>;
export type WarningCode = keyof typeof warnings;

export function fault(path: Column, code: FaultCode, params: Params = {}): Finding {
  return { path, code, texts: fillTexts(faults[code], shortened(params)), warning: false };
}

/** A unit that is not known or not one, with those that may have been meant. */
export function unitFault(
  path: Column,
  code: 'not_found' | 'ambiguous_unit',
  text: string,
  units: readonly Proposal[],
): Finding {
  const proposals = units
    .slice(0, PROPOSALS)
    .map(({ code: unit, nameVi, parentName }) => ({ code: unit, nameVi, parentName }));
  const shared = (name: string) => proposals.filter(({ nameVi }) => nameVi === name).length > 1;
  const candidates = proposals
    .map(({ code: unit, nameVi, parentName }) =>
      shared(nameVi) && parentName ? `${nameVi}, ${parentName} (${unit})` : `${nameVi} (${unit})`,
    )
    .join('; ');
  const words = code === 'not_found' && candidates ? faults.not_found_like : faults[code];
  return {
    path,
    code,
    texts: fillTexts(words, { text: text.slice(0, 200), candidates }),
    warning: false,
    proposals,
  };
}

const PROPOSALS = 5;

export function warning(path: Column, code: WarningCode, params: Params = {}): Finding {
  return { path, code, texts: fillTexts(warnings[code], shortened(params)), warning: true };
}

function shortened(params: Params): Params {
  const short = (value: string | number) => (typeof value === 'string' ? value.slice(0, 200) : value);
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, short(value)]));
}
