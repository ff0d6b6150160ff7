import { createRequire } from 'node:module';

const writeXlsxFile = createRequire(import.meta.url)('write-excel-file/node').default;

const leads = ['Sở Nội vụ', 'Sở TT&TT', 'VP UBND tỉnh', 'Sở Tài chính', 'UBND huyện Cao Lộc', 'Sở Tư pháp'];
const helpers = ['Sở Tư pháp; UBND TP', '', 'Sở KH&ĐT, Sở Tài chính', '', 'Sở Y tế', ''];
const times = ['Quý II/2023', '30/6/2023', 'Cả năm', 'trước ngày 15/12/2023', 'Thường xuyên', 'Tháng 9/2023'];
const products = ['Báo cáo', 'Quyết định', 'Kế hoạch của Ủy ban nhân dân tỉnh', 'Văn bản chỉ đạo'];

/** An appendix of so many tasks as a spreadsheet program saves it: motto, two-row head, groups by field. */
export function appendixOf(tasks) {
  const rows = [
    ['ỦY BAN NHÂN DÂN', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['TỈNH LẠNG SƠN', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
    ['STT', 'Nội dung nhiệm vụ', 'Sản phẩm', 'Cơ quan thực hiện', null, 'Thời gian hoàn thành'],
    [null, null, null, 'Chủ trì', 'Phối hợp', null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
  ];
  for (let n = 0; n < tasks; n++) {
    if (n % Math.ceil(tasks / 3) === 0)
      rows.push([['I', 'II', 'III'][(n / Math.ceil(tasks / 3)) | 0], 'LĨNH VỰC']);
    const title = `Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, nội dung số ${n + 1}`;
    rows.push([n + 1, title, products[n % 4], leads[n % 6], helpers[n % 6] || null, times[n % 6]]);
  }
  return writeXlsxFile(rows).toBuffer();
}
