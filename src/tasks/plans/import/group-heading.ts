import type { Cells } from './read-row';

const romans = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
];

export interface GroupHeading {
  /** The field of the plan that the rows below belong to: "III" is 3; letters stay. */
  field: string;
  title: string;
}

/** A line such as "III | CẢI CÁCH THỦ TỤC HÀNH CHÍNH" that names a field and assigns nothing; null for any other. */
export function groupHeading(cells: Cells): GroupHeading | null {
  const { ordinal = '', titleVi = '', ...rest } = cells;
  if (Object.values(rest).some((value) => value)) return null;
  const inTwoCells = /^([IVX]{1,5}|[A-H])[.:)]?$/.exec(ordinal);
  if (inTwoCells && titleVi) return { field: fieldOf(inTwoCells[1]), title: titleVi };
  const inOneCell = /^([IVX]{1,5}|[A-H])[.:)]\s*(\S.*)$/s.exec(ordinal && titleVi ? '' : ordinal || titleVi);
  return inOneCell ? { field: fieldOf(inOneCell[1]), title: inOneCell[2] } : null;
}

function fieldOf(mark: string): string {
  const number = romans.indexOf(mark) + 1;
  return number > 0 ? String(number) : mark;
}
