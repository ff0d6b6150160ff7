import type { Locale, Texts } from '../../platform/errors/problem';

/** Why a delivery was not sent, where the reason is ours; what the other side says is kept in its own words. */
const reasons = {
  address_unusable: {
    vi: 'Địa chỉ thư trống hoặc không đúng. Sửa địa chỉ của người nhận rồi gửi lại.',
    en: 'The mail address is empty or malformed. Correct the address of the recipient and send it again.',
  },
  worker_ended: {
    vi: 'Tiến trình gửi đã dừng trước khi bên nhận trả lời.',
    en: 'The worker ended before the other side answered.',
  },
  webhook_off: {
    vi: 'Kết nối nhận thông báo đã tắt. Bật lại rồi gửi lại.',
    en: 'The webhook is switched off. Switch it on and send it again.',
  },
  no_answer: {
    vi: 'Bên nhận không trả lời kịp.',
    en: 'The other side did not answer in time.',
  },
  receiver_forbidden: {
    vi: 'Địa chỉ của bên nhận là của chính máy này hoặc của hạ tầng, không được gửi tới.',
    en: 'The receiver’s address is this machine’s own or the infrastructure’s; nothing is sent there.',
  },
  receiver_unencrypted: {
    vi: 'Bên nhận ở ngoài mạng nội bộ phải dùng https.',
    en: 'A receiver outside a private network needs https.',
  },
} satisfies Record<string, Texts>;

export type Reason = keyof typeof reasons;

export function sayReason(locale: Locale, reason: string): string;
export function sayReason(locale: Locale, reason: string | null): string | null;
export function sayReason(locale: Locale, reason: string | null): string | null {
  return reason && Object.hasOwn(reasons, reason) ? reasons[reason as Reason][locale] : reason;
}

/** A failure of ours on the way to the other side. */
export class Obstacle extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}
