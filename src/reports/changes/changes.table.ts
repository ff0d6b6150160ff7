import type { BetweenYears } from '../../indexes/indexes.api';
import { columnsIn } from '../count-columns';
import type { TableOf } from '../table';

type Line = BetweenYears['total'] & { code: string; nameVi: string; nameEn: string };

/** The total first, then each field. Unknown is an empty cell. */
export const changesTable: TableOf<BetweenYears, Line> = (answer, locale) => {
  const column = columnsIn(locale);
  const { index, from, to, total, nodes } = answer;
  const score = { vi: 'Điểm năm', en: 'Score' }[locale];
  const rank = { vi: 'Hạng năm', en: 'Rank' }[locale];
  const among = { vi: 'Trong số, năm', en: 'Ranked of' }[locale];
  const ofYear = (word: string, year: number) => ({ vi: `${word} ${year}`, en: `${word} ${year}` });
  return {
    name: { vi: `${index} ${from}-${to}, thay đổi`, en: `${index} ${from}-${to}, changes` }[locale],
    columns: [
      column({ vi: 'Mã', en: 'Code' }, (row) => row.code),
      column({ vi: 'Nội dung', en: 'Part' }, (row) => (locale === 'vi' ? row.nameVi : row.nameEn)),
      column(ofYear(score, from), (row) => row.from.score),
      column(ofYear(rank, from), (row) => row.from.rank),
      column(ofYear(among, from), (row) => row.from.rankedOf),
      column(ofYear(score, to), (row) => row.to.score),
      column(ofYear(rank, to), (row) => row.to.rank),
      column(ofYear(among, to), (row) => row.to.rankedOf),
      column({ vi: 'Thay đổi điểm', en: 'Change of score' }, (row) => row.change.score),
      column({ vi: 'Thay đổi hạng', en: 'Change of places' }, (row) => row.change.places),
    ],
    rows: [{ code: '', nameVi: 'Tổng', nameEn: 'Total', ...total }, ...nodes],
  };
};
