import type { Texts } from '../../platform/errors/problem';
import type { AlarmKind } from './alarm';

/** What is wrong, and what to do next. `{board}` is the address of the queue board. */
export const alarmWords: Record<AlarmKind, { what: Texts; next: Texts }> = {
  queue_unreachable: {
    what: { vi: 'Không kết nối được Redis', en: 'Redis cannot be reached' },
    next: {
      vi: 'Kiểm tra Redis có đang chạy không và REDIS_URL có đúng không. Nhắc việc và thư bị chậm nhưng không mất; khi Redis trở lại, hệ thống tự chạy tiếp.',
      en: 'See that Redis runs and that REDIS_URL is right. Reminders and letters are late but not lost; when Redis is back, everything goes on by itself.',
    },
  },
  worker_silent: {
    what: { vi: 'Không có tiến trình xử lý (worker) nào đang chạy', en: 'No worker runs' },
    next: {
      vi: 'Khởi động lại worker và xem nhật ký của nó. Những gì đã đến hạn được gửi ngay khi worker chạy.',
      en: 'Start the worker again and read its log. What is due goes out as soon as it runs.',
    },
  },
  job_stuck: {
    what: { vi: 'Việc định kỳ không chạy xong', en: 'Recurring jobs do not end' },
    next: {
      vi: 'Tìm tên việc trong nhật ký của worker để biết lý do; nếu worker bị treo, khởi động lại. Hàng đợi: {board}',
      en: 'Look for the job in the log of the worker; start the worker again if it hangs. The queue: {board}',
    },
  },
  plan_queue_disagree: {
    what: {
      vi: 'Kế hoạch nhắc việc và hàng đợi không khớp',
      en: 'The plan of reminders and the queue disagree',
    },
    next: {
      vi: 'Có nhắc việc đã đến hạn nhưng hàng đợi không có việc gửi nào. Xem nhật ký của worker và hàng đợi ({board}), rồi khởi động lại worker.',
      en: 'Reminders are due and the queue knows of no telling. Read the log of the worker, look at the queue ({board}), and start the worker again.',
    },
  },
  outbox_late: {
    what: { vi: 'Sự kiện chưa được chuyển tiếp (outbox)', en: 'Events are not handed on (outbox)' },
    next: {
      vi: 'Xem dòng lỗi “Outbox” trong nhật ký của worker. Sự kiện lỗi được thử lại, mỗi lần cách lâu hơn, tối đa một giờ.',
      en: 'Read the lines of “Outbox” in the log of the worker. An event that fails is tried again, ever later, at most an hour apart.',
    },
  },
  reminders_late: {
    what: { vi: 'Nhắc việc đã đến hạn mà chưa được gửi', en: 'Reminders are due and not told' },
    next: {
      vi: 'Xem dòng lỗi “Reminders” trong nhật ký của worker. Mỗi nhắc việc vẫn được gửi đúng một lần, dù muộn.',
      en: 'Read the lines of “Reminders” in the log of the worker. Each is still told once, late as it is.',
    },
  },
  letters_late: {
    what: { vi: 'Thư chờ gửi quá lâu', en: 'Letters wait too long' },
    next: {
      vi: 'Kiểm tra máy chủ thư và SMTP_URL; lý do của từng lần gửi có trong danh sách thư gửi đi. Khi máy chủ thư hoạt động, thư tự được gửi.',
      en: 'See to the mail server and SMTP_URL; why each try failed stands in the list of deliveries. When the mail server works, the letters go out by themselves.',
    },
  },
  webhooks_late: {
    what: { vi: 'Webhook chờ gửi quá lâu', en: 'Webhooks wait too long' },
    next: {
      vi: 'Hỏi đơn vị quản lý phần mềm nhận; lý do của từng lần gửi có trong danh sách thư gửi đi. Nếu không còn dùng, tắt webhook đó.',
      en: 'Ask whoever runs the receiving program; why each try failed stands in the list of deliveries. Switch the webhook off if it is not used any more.',
    },
  },
  dead_letters: {
    what: {
      vi: 'Nhiều thư hoặc webhook không gửi được trong một giờ',
      en: 'Many letters or webhooks were given up within an hour',
    },
    next: {
      vi: 'Mở danh sách thư gửi đi ở trạng thái “failed”, xem lý do, sửa rồi gửi lại.',
      en: 'Open the list of deliveries in the state “failed”, read the reasons, mend them and send again.',
    },
  },
};
