import { defineProblems } from '../../platform/errors/problem';

export const feedProblem = defineProblems({
  'feed.too_many': {
    status: 409,
    vi: 'Đã có {limit} địa chỉ lịch còn hiệu lực. Thu hồi địa chỉ không dùng rồi tạo địa chỉ mới.',
    en: 'There are {limit} live calendar addresses already. Revoke those that are not used, then make a new one.',
  },
  'feed.shown_once': {
    status: 409,
    vi: 'Địa chỉ lịch này đã được tạo và chỉ hiện một lần. Nếu chưa kịp lưu, thu hồi rồi tạo địa chỉ mới.',
    en: 'This calendar address was already made and is shown only once. If it was not kept, revoke it and make a new one.',
  },
});
