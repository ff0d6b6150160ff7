import { daysBetween, type Day } from '../../platform/clock/day';
import { fieldError } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import { notificationKinds, dutyKinds } from './letter-choices';
import type { TellingPreference } from './preference';
import type { ChangeLetters, QuietHoursBody } from './preference.requests';

/** Days of an absence, the first and the last included. */
export const MOST_DAYS_AWAY = 180;

/** Duty kinds that somebody would have by no letter. */
export function letterFaults(letters: ChangeLetters): FieldError[] {
  return notificationKinds
    .filter((kind) => letters[kind] === 'none' && dutyKinds.includes(kind))
    .map((kind) =>
      fieldError(`letters.${kind}`, 'duty', {
        vi: 'Nhiệm vụ không cho phép tắt thư loại này. Chọn gửi ngay hoặc gộp vào bản tổng hợp trong ngày.',
        en: 'Duty does not allow these letters to be switched off. Have them at once or in the daily digest.',
      }),
    );
}

export function quietFaults({ from, to }: QuietHoursBody): FieldError[] {
  if (from !== to) return [];
  const texts = {
    vi: 'Giờ bắt đầu và giờ kết thúc phải khác nhau. Để trống (null) nếu không cần giờ yên tĩnh.',
    en: 'The first and the last hour must differ. Leave it empty (null) for no quiet hours.',
  };
  return [fieldError('quietHours.to', 'same', texts)];
}

/** What is wrong with the days of an absence; at most one fault. */
export function daysFaults(
  { from, to }: NonNullable<TellingPreference['absence']>,
  today: Day,
): FieldError[] {
  const fault = (code: string, vi: string, en: string) => [fieldError('absence.to', code, { vi, en })];
  if (to < from)
    return fault(
      'before',
      'Ngày cuối phải từ ngày đầu trở đi.',
      'The last day must not be before the first.',
    );
  if (to < today)
    return fault(
      'past',
      'Thời gian vắng mặt đã qua. Chọn ngày cuối từ hôm nay trở đi.',
      'This absence is over. Choose a last day from today on.',
    );
  if (daysBetween(from, to) + 1 > MOST_DAYS_AWAY)
    return fault(
      'too_long',
      `Vắng mặt tối đa ${MOST_DAYS_AWAY} ngày. Rút ngắn rồi gia hạn sau.`,
      `An absence has at most ${MOST_DAYS_AWAY} days. Make it shorter and prolong it later.`,
    );
  return [];
}

export const deputyFaults = {
  self: () =>
    deputyFault(
      'self',
      'Không ai tự nhận thay mình. Chọn người khác.',
      'Nobody stands in for himself. Choose somebody else.',
    ),
  /** One answer for who is unknown, who has left and who may not: it says nothing of people out of sight. */
  unfit: () =>
    deputyFault(
      'unfit',
      'Không có người này, hoặc người này đã nghỉ hay không xem được mọi việc mà người vắng mặt được báo. Chọn người đang làm việc, có vai trò trên đơn vị của người vắng mặt và trên mọi đơn vị mà người đó có vai trò.',
      'There is no such person, or they have left or may not see all that the absent person is told of. Choose an active person with a role over the absent person’s unit and over every unit where that person holds one.',
    ),
  circle: () =>
    deputyFault(
      'circle',
      'Người này cũng vắng mặt trong những ngày đó và đã chọn chính người vắng mặt nhận thay. Chọn người khác.',
      'They are away on some of these days themselves and have named the absent person as their deputy. Choose somebody else.',
    ),
};

function deputyFault(code: string, vi: string, en: string): FieldError {
  return fieldError('absence.deputyId', code, { vi, en });
}
