import { defineProblems } from '../../platform/errors/problem';

export const deliveryProblem = defineProblems({
  'delivery.not_failed': {
    status: 409,
    vi: 'Chỉ gửi lại được thư không gửi được. Thư này đã gửi hoặc đang chờ gửi.',
    en: 'Only a delivery that failed is sent again. This one was sent or still waits.',
  },
  'delivery.webhook_off': {
    status: 409,
    vi: 'Kết nối nhận thông báo "{name}" đang tắt. Bật lại rồi gửi lại.',
    en: 'The webhook "{name}" is switched off. Switch it on, then send this again.',
  },
});
