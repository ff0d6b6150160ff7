import type { PrintedRow } from '../../../platform/files/xlsx/write-xlsx';
import type { PlanKind } from '../plan.requests';
import type { PlanRow } from '../plan.queries';
import type { AppendixUnit } from './appendix-units';

const kinds: Record<PlanKind, string> = {
  annual_plan: 'Kế hoạch',
  directive: 'Chỉ thị',
  conclusion_notice: 'Thông báo kết luận',
  other: 'Văn bản',
};

/** What stands above the table of an official document: issuer and national motto, number, day and title. */
export function documentHead(plan: PlanRow, issuer: AppendixUnit, width: number): PrintedRow[] {
  const left = Math.ceil(width / 2) - 1;
  const pair = (text: string, opposite: string): PrintedRow => ({
    cells: [
      { text, style: 'issuer', across: left },
      { text: opposite, style: 'issuer', across: width - left },
    ],
    height: 17,
  });
  const line = (text: string, style: 'title' | 'remark' | 'warning', height = 18): PrintedRow => ({
    cells: [{ text, style, across: width }],
    height,
  });
  const governs = ['province', 'district', 'commune'].includes(issuer.level);
  const name = issuer.nameVi.toUpperCase();
  return [
    pair(governs ? 'ỦY BAN NHÂN DÂN' : name, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    pair(governs ? name : '', 'Độc lập - Tự do - Hạnh phúc'),
    line('PHỤ LỤC', 'title'),
    line(plan.titleVi.toUpperCase(), 'title', plan.titleVi.length > 110 ? 36 : 18),
    line(`(Kèm theo ${documentName(plan)})`, 'remark'),
    ...(plan.illustrative
      ? [line('DỮ LIỆU MINH HỌA, KHÔNG PHẢI VĂN BẢN CHÍNH THỨC (illustrative data)', 'warning')]
      : []),
    { cells: [], height: 8 },
  ];
}

function documentName({ kind, number, symbol, issuedOn, issuer }: PlanRow): string {
  const [year, month, day] = issuedOn.split('-');
  const name = [number, symbol].filter(Boolean).join('/');
  // Days below ten and January and February are written with a zero in official documents.
  const date = `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
  return `${kinds[kind]}${name && ` số ${name}`} ${date} của ${issuerName(issuer.nameVi)}`;
}

function issuerName(nameVi: string): string {
  return /^(?:tỉnh|thành phố|huyện|xã|phường|thị trấn|quận|thị xã)\s/i.test(nameVi)
    ? `Ủy ban nhân dân ${nameVi[0].toLowerCase()}${nameVi.slice(1)}`
    : nameVi;
}
