import { defineProblems } from '../../platform/errors/problem';

export const webhookProblem = defineProblems({
  'webhook.secret_key_missing': {
    status: 503,
    vi: 'Hệ thống chưa có SECRET_KEY nên chưa ký được thông báo. Đặt SECRET_KEY (ít nhất 32 ký tự, giống nhau ở mọi tiến trình) rồi khởi động lại.',
    en: 'Notifications cannot be signed because SECRET_KEY is not set. Set SECRET_KEY (at least 32 characters, the same for every process) and restart.',
  },
  'webhook.too_many': {
    status: 409,
    vi: 'Đơn vị đã có {limit} kết nối nhận thông báo. Xóa kết nối không còn dùng trước.',
    en: 'The unit already has {limit} webhooks. Delete those no longer used first.',
  },
});
