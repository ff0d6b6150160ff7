import type { Texts } from '../../platform/errors/problem';
import { covers, type Level, type Period } from './unit';

/** Which levels may stand under which. */
const under: Record<Level, readonly Level[]> = {
  province: ['department', 'body', 'district', 'commune'],
  department: ['office', 'body'],
  office: ['office'],
  body: ['body', 'office'],
  district: ['commune', 'office', 'body'],
  commune: ['office', 'body'],
};

export const unitFaults = {
  'unit.level_under_parent': {
    vi: 'Cấp này không thể trực thuộc đơn vị cấp trên đã chọn.',
    en: 'A unit of this level cannot stand under that parent.',
  },
  'unit.parent_period': {
    vi: 'Đơn vị cấp trên không có hiệu lực trong toàn bộ thời gian hiệu lực của đơn vị này.',
    en: 'The parent is not valid for the whole period of this unit.',
  },
  'unit.period_empty': {
    vi: 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu hiệu lực.',
    en: 'The last day must not be before the first.',
  },
  'unit.parent_unknown': {
    vi: 'Không tìm thấy đơn vị cấp trên, hoặc nằm ngoài phạm vi của bạn.',
    en: 'The parent was not found, or is outside your scope.',
  },
} satisfies Record<string, Texts>;
export type UnitFault = keyof typeof unitFaults;

export function levelFault(level: Level, parent: Level): UnitFault | null {
  return under[parent].includes(level) ? null : 'unit.level_under_parent';
}

export function periodFault(period: Period, parent: Period | null): UnitFault | null {
  const { validFrom, validTo } = period;
  if (validFrom !== null && validTo !== null && validTo < validFrom) return 'unit.period_empty';
  return parent === null || covers(parent, period) ? null : 'unit.parent_period';
}
