import { defineProblems } from '../../platform/errors/problem';

export const liveProblem = defineProblems({
  'live.too_many': {
    status: 429,
    vi: 'Hộp thư của bạn đang được theo dõi trực tiếp ở {most} nơi. Đóng bớt một trang rồi thử lại.',
    en: 'Your inbox is followed live in {most} places already. Close one of them and try again.',
  },
  'live.full': {
    status: 503,
    vi: 'Quá nhiều người đang theo dõi hộp thư trực tiếp. Hộp thư vẫn đọc được như thường; thử lại sau ít phút.',
    en: 'Too many people follow their inboxes live. The inbox can be read as ever; try again in some minutes.',
  },
});
