import { defineProblems, type FieldError, type Params, fillTexts, type Texts } from './problem';

/** Refusals that every room shares. */
export const commonProblem = defineProblems({
  'request.invalid': {
    status: 400,
    vi: 'Dữ liệu gửi lên chưa đúng. Sửa các mục được nêu rồi gửi lại.',
    en: 'The input is not valid. Correct the listed fields and send it again.',
  },
  'request.malformed': {
    status: 400,
    vi: 'Không đọc được nội dung gửi lên. Kiểm tra định dạng rồi gửi lại.',
    en: 'The body could not be read. Check its format and send it again.',
  },
  'request.bad_address': {
    status: 400,
    vi: 'Không đọc được địa chỉ. Kiểm tra các ký tự mã hóa bằng % rồi gửi lại.',
    en: 'The address could not be read. Check its % encoding and send it again.',
  },
  'request.timeout': {
    status: 408,
    vi: 'Yêu cầu đến quá chậm. Kiểm tra kết nối rồi gửi lại.',
    en: 'The request came too slowly. Check the connection and send it again.',
  },
  'request.headers_too_large': {
    status: 431,
    vi: 'Phần tiêu đề của yêu cầu quá dài. Xóa cookie hoặc bớt tiêu đề rồi gửi lại.',
    en: 'The headers of the request are too large. Delete cookies or send fewer headers.',
  },
  'request.too_large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn. Chia nhỏ rồi gửi lại.',
    en: 'The body is too large. Send it in smaller parts.',
  },
  'request.unsupported_type': {
    status: 415,
    vi: 'Kiểu nội dung không được hỗ trợ.',
    en: 'This content type is not supported.',
  },
  'request.too_many': {
    status: 429,
    vi: 'Quá nhiều yêu cầu. Đợi một phút rồi thử lại.',
    en: 'Too many requests. Wait a minute and try again.',
  },
  'request.key_reused': {
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác. Tạo khóa mới.',
    en: 'This Idempotency-Key was used for another request. Make a new key.',
  },
  not_found: {
    status: 404,
    vi: 'Không tìm thấy, hoặc nằm ngoài phạm vi của bạn.',
    en: 'Not found, or outside your scope.',
  },
  forbidden: {
    status: 403,
    vi: 'Vai trò của bạn không được làm việc này.',
    en: 'Your role may not do this.',
  },
  unauthenticated: {
    status: 401,
    vi: 'Chưa đăng nhập hoặc phiên đã hết hạn. Đăng nhập rồi thử lại.',
    en: 'You are not signed in, or the session has ended. Sign in and try again.',
  },
  csrf: {
    status: 403,
    vi: 'Thiếu hoặc sai X-CSRF-Token. Tải lại trang rồi thử lại.',
    en: 'The X-CSRF-Token header is missing or wrong. Reload the page and try again.',
  },
  stale: {
    status: 412,
    vi: 'Dữ liệu đã được người khác sửa. Tải lại, xem thay đổi rồi quyết định.',
    en: 'Somebody changed this meanwhile. Reload, look at the change and decide.',
  },
  version_required: {
    status: 428,
    vi: 'Thiếu If-Match. Gửi kèm phiên bản (ETag) bạn đã đọc.',
    en: 'If-Match is missing. Send the version (ETag) that you read.',
  },
  conflict: {
    status: 409,
    vi: 'Trùng với dữ liệu đã có.',
    en: 'This clashes with data that is already there.',
  },
  unavailable: {
    status: 503,
    vi: 'Hệ thống tạm thời chưa phục vụ được. Đợi vài giây rồi gửi lại, với cùng Idempotency-Key nếu có.',
    en: 'The system is unavailable for a moment. Wait a few seconds and send it again, with the same Idempotency-Key if any.',
  },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi; chưa có gì thay đổi. Thử lại, hoặc báo quản trị kèm mã yêu cầu.',
    en: 'The system failed; nothing was changed. Try again, or tell an administrator the request id.',
  },
});

/** A 400 about one or more fields. */
export function invalid(...fields: FieldError[]) {
  return commonProblem('request.invalid', {}, fields);
}

export function fieldError(path: string, code: string, texts: Texts, params: Params = {}): FieldError {
  return { path, code, texts: fillTexts(texts, params) };
}
