import { fieldError } from '../errors/common-problems';
import { defineProblems, type Params, type Problem } from '../errors/problem';

/** Refusals of an uploaded file; each says what to do next. */
const catalogue = defineProblems({
  'file.missing': {
    status: 400,
    vi: 'Thiếu tệp. Gửi một tệp trong trường "file" (multipart/form-data).',
    en: 'The file is missing. Send one file in the field "file" (multipart/form-data).',
  },
  'file.several': {
    status: 400,
    vi: 'Mỗi lần chỉ nhận một tệp. Gửi từng tệp trong trường "file".',
    en: 'One file is taken at a time. Send each by itself in the field "file".',
  },
  'file.broken_form': {
    status: 400,
    vi: 'Biểu mẫu tải lên không đọc được hoặc bị ngắt giữa chừng. Gửi lại tệp.',
    en: 'The upload could not be read or broke off. Send the file again.',
  },
  'file.too_large': {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB. Chia nhỏ rồi gửi lại.',
    en: 'The file is larger than {megabytes} MB. Send it in smaller parts.',
  },
  'file.type': {
    status: 415,
    vi: 'Chỉ nhận tệp .csv hoặc .xlsx. Mở tệp bằng Excel, chọn "Lưu thành…" một trong hai dạng đó rồi gửi lại.',
    en: 'Only .csv and .xlsx files are read. Open the file in Excel, save it as one of them and send it again.',
  },
  'file.document_type': {
    status: 415,
    vi: 'Không nhận loại tệp này (chương trình, tập lệnh, tệp nén, tệp có macro…). Gửi PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPG hoặc văn bản UTF-8.',
    en: 'This kind of file is not taken (programs, scripts, archives, files with macros …). Send PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPG or UTF-8 text.',
  },
  'file.name_differs': {
    status: 415,
    vi: 'Đuôi tên tệp không khớp với nội dung. Đặt lại tên tệp với đuôi ".{extension}" rồi gửi lại.',
    en: 'The ending of the file name does not fit its content. Rename it to end in ".{extension}" and send it again.',
  },
  'file.blank': {
    status: 400,
    vi: 'Tệp rỗng. Chọn đúng tệp rồi gửi lại.',
    en: 'The file is empty. Choose the right file and send it again.',
  },
  'file.no_room': {
    status: 507,
    vi: 'Kho lưu tệp đã hết chỗ; chưa có gì thay đổi. Báo quản trị viên giải phóng ổ đĩa rồi gửi lại tệp; trước mắt có thể nêu số hiệu văn bản thay cho tệp.',
    en: 'The file store is full; nothing was changed. Ask an administrator to make room and send the file again; meanwhile a document reference can stand in for it.',
  },
  'file.lost': {
    status: 410,
    vi: 'Kho lưu trữ không còn tệp này. Báo quản trị viên khôi phục từ bản sao lưu.',
    en: 'The store no longer holds this file. Ask an administrator to restore it from a backup.',
  },
  'file.empty': {
    status: 400,
    vi: 'Tệp không có dòng dữ liệu nào. Dòng đầu là tên cột, dữ liệu bắt đầu từ dòng sau.',
    en: 'The file holds no data. The first line names the columns, the data begin on the line below.',
  },
  'file.encoding': {
    status: 400,
    vi: 'Tệp CSV không phải mã hóa UTF-8. Trong Excel chọn "CSV UTF-8 (phân tách bằng dấu phẩy)" rồi lưu và gửi lại.',
    en: 'The CSV file is not encoded as UTF-8. Save it in Excel as "CSV UTF-8 (comma delimited)" and send it again.',
  },
  'file.unreadable': {
    status: 400,
    vi: 'Không đọc được tệp. Mở tệp bằng Excel, kiểm tra, lưu lại rồi gửi lại.',
    en: 'The file could not be read. Open it in Excel, check it, save it and send it again.',
  },
  'file.unreadable_line': {
    status: 400,
    vi: 'Không đọc được tệp CSV từ dòng {line}: dấu ngoặc kép hoặc dấu phân cách không đúng. Sửa dòng này rồi gửi lại.',
    en: 'The CSV file cannot be read from line {line} on: a quote or separator is wrong. Correct the line and send it again.',
  },
  'file.unpacked_too_large': {
    status: 413,
    vi: 'Tệp XLSX khi giải nén lớn quá mức cho phép. Chỉ giữ trang tính cần nhập, xóa hình và dòng thừa rồi gửi lại.',
    en: 'The XLSX file unpacks to more than is allowed. Keep only the sheet to import, remove images and spare rows.',
  },
  'file.too_many_rows': {
    status: 413,
    vi: 'Tệp có nhiều hơn {limit} dòng. Chia thành nhiều tệp rồi gửi lại.',
    en: 'The file has more than {limit} rows. Split it into several files.',
  },
  'file.too_many_columns': {
    status: 413,
    vi: 'Tệp có nhiều hơn {limit} cột. Xóa các cột thừa rồi gửi lại.',
    en: 'The file has more than {limit} columns. Remove those that are not needed.',
  },
  'file.header_missing': {
    status: 400,
    vi: 'Cột thứ {column} có dữ liệu nhưng không có tên ở dòng {row}. Đặt tên cột hoặc xóa cột.',
    en: 'Column {column} holds data but has no name on line {row}. Name the column or remove it.',
  },
  'file.header_twice': {
    status: 400,
    vi: 'Hai cột cùng tên "{name}". Đổi tên hoặc xóa một cột.',
    en: 'Two columns are named "{name}". Rename or remove one of them.',
  },
  'file.row_too_long': {
    status: 400,
    vi: 'Dòng {row} có nhiều ô hơn số cột. Kiểm tra dấu ngoặc kép và dấu phân cách của dòng này.',
    en: 'Line {row} has more cells than there are columns. Check the quotes and separators on this line.',
  },
  'file.cell': {
    status: 400,
    vi: 'Ô ở dòng {row}, cột thứ {column} dài quá 32767 ký tự hoặc có ký tự điều khiển. Sửa ô này rồi gửi lại.',
    en: 'The cell on line {row} in column {column} is longer than 32767 characters or holds control characters. Correct it.',
  },
});

/** A refusal that points at the form field `file`. */
export function fileProblem(code: Parameters<typeof catalogue>[0], params: Params = {}): Problem {
  const { texts } = catalogue(code, params);
  return catalogue(code, params, [fieldError('file', code, texts)]);
}
