import { fieldError, invalid } from '../../platform/errors/common-problems';
import { sayReason } from '../sending/reasons';
import { hostOf, whyNot, type Reach } from './receiver-address';

/** The address of a receiver as it is kept; a 400 on `url` when nothing could be sent there. Names are judged again at each sending. */
export function receiverUrl(text: string, { mayBeLoopback }: Reach): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw fault('scheme', wrongScheme);
  if (url.username || url.password) throw fault('credentials', credentials);
  if (url.hash || text.includes('#')) throw fault('fragment', fragment);
  const host = hostOf(url);
  const near = /(^|\.)localhost\.?$/i.test(host) ? '127.0.0.1' : host;
  const reason = whyNot(url.protocol, near, mayBeLoopback);
  if (reason) throw fault(reason, { vi: sayReason('vi', reason), en: sayReason('en', reason) });
  return url.toString();
}

const fault = (code: string, texts: { vi: string; en: string }) => invalid(fieldError('url', code, texts));

const wrongScheme = {
  vi: 'Ghi địa chỉ dạng https://may-chu.example.vn/duong-dan.',
  en: 'Write an address like https://server.example.vn/path.',
};
const credentials = {
  vi: 'Bỏ tên và mật khẩu khỏi địa chỉ; bên nhận kiểm tra chữ ký thay cho mật khẩu.',
  en: 'Leave user and password out of the address; the receiver checks the signature instead.',
};
const fragment = {
  vi: 'Bỏ phần sau dấu # khỏi địa chỉ.',
  en: 'Leave out the part of the address after #.',
};
