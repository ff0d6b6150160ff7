import { uuidv7 } from 'uuidv7';
import { isDay, type Day } from '../../platform/clock/day';
import { fillTexts, type Params, type Texts } from '../../platform/errors/problem';
import type { TableRow } from '../../platform/files/table';
import { fold } from '../directory/unit-names';
import { cleanAliases, levels, type Level, type UnitFields } from '../unit/unit';
import { unitFaults } from '../unit/unit.rules';
import type { UnitColumn } from './unit-columns';

export interface Finding {
  path: UnitColumn;
  code: string;
  texts: Texts;
  warning: boolean;
}

/** A line of the file as it was understood, and what is wrong with it. */
export interface UnitLine {
  row: number;
  id: string;
  unit: UnitFields;
  parentCode: string;
  parentId: string | null;
  findings: Finding[];
}

const words = {
  ...unitFaults,
  'unit.cell_empty': { vi: 'Cột "{name}" để trống.', en: 'The column "{name}" is empty.' },
  'unit.cell_too_long': {
    vi: 'Cột "{name}" dài quá {max} ký tự.',
    en: 'The column "{name}" is longer than {max} characters.',
  },
  'unit.level_unknown': {
    vi: 'Cấp "{text}" không có. Dùng: department, office, body, district, commune.',
    en: 'There is no level "{text}". Use department, office, body, district or commune.',
  },
  'unit.day_unreadable': {
    vi: 'Không đọc được ngày "{text}". Viết 2025-07-01 hoặc 01/07/2025.',
    en: 'The day "{text}" cannot be read. Write 2025-07-01 or 01/07/2025.',
  },
  'unit.name_en_missing': {
    vi: 'Chưa có tên tiếng Anh; tạm dùng tên tiếng Việt.',
    en: 'There is no English name; the Vietnamese one stands in for it.',
  },
  'unit.code_taken': {
    vi: 'Mã {code} đã thuộc về {name} trong thời gian này.',
    en: 'The code {code} belongs to {name} in this period.',
  },
  'unit.parent_circle': {
    vi: 'Các đơn vị cấp trên chỉ vòng vào nhau.',
    en: 'The parents form a circle.',
  },
} satisfies Record<string, Texts>;
export type FindingCode = keyof typeof words;

export function finding(path: UnitColumn, code: FindingCode, params: Params = {}): Finding {
  return { path, code, texts: fillTexts(words[code], params), warning: code === 'unit.name_en_missing' };
}

const limits = { code: 50, gsoCode: 20, nameVi: 300, nameEn: 300, subtype: 50 } as const;
const levelWords = new Map<string, Level>(
  Object.entries({
    ...{ so: 'department', 'so nganh': 'department', phong: 'office', 'to chuc': 'body', khac: 'body' },
    ...{ huyen: 'district', 'cap huyen': 'district', xa: 'commune', 'cap xa': 'commune' },
  } as const),
);

export function readUnitRow({ row, cells }: TableRow, columns: Map<UnitColumn, string>): UnitLine {
  const findings: Finding[] = [];
  const cell = (column: UnitColumn) => cells[columns.get(column) ?? ''] ?? '';
  const text = (column: keyof typeof limits) => {
    if (cell(column).length <= limits[column]) return cell(column);
    findings.push(finding(column, 'unit.cell_too_long', { name: column, max: limits[column] }));
    return cell(column).slice(0, limits[column]);
  };
  const day = (column: 'validFrom' | 'validTo') => {
    const read = readDay(cell(column));
    if (read === undefined) findings.push(finding(column, 'unit.day_unreadable', { text: cell(column) }));
    return read ?? null;
  };
  const level =
    levels.find((one) => one === cell('level').toLowerCase()) ?? levelWords.get(fold(cell('level')));
  if (!level && cell('level') !== '')
    findings.push(finding('level', 'unit.level_unknown', { text: cell('level') }));
  for (const column of ['code', 'nameVi', 'level', 'parentCode'] as const) {
    if (cell(column) === '') findings.push(finding(column, 'unit.cell_empty', { name: column }));
  }
  if (cell('nameEn') === '') findings.push(finding('nameEn', 'unit.name_en_missing'));
  const unit: UnitFields = {
    ...{ code: text('code'), gsoCode: text('gsoCode') || null, nameVi: text('nameVi') },
    ...{ nameEn: text('nameEn') || text('nameVi'), aliases: cleanAliases(cell('aliases').split(';')) },
    ...{ level: level ?? 'body', subtype: text('subtype') || null },
    ...{ validFrom: day('validFrom'), validTo: day('validTo') },
  };
  return { row, id: uuidv7(), unit, parentCode: cell('parentCode'), parentId: null, findings };
}

/** ISO or dd/mm/yyyy; null when empty, undefined when unreadable. */
function readDay(text: string): Day | null | undefined {
  if (text === '') return null;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isDay(iso) ? iso : undefined;
}
