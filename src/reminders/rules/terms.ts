import { fieldError } from '../../platform/errors/common-problems';
import type { FieldError, Texts } from '../../platform/errors/problem';
import type { priorities } from '../../tasks/tasks.api';
import { recipientsFor, type RecipientKind } from '../derive/recipients';
import type { RuleKind } from '../reminder';

/** Kinds of which a province may make rules of its own: those that count days. The others follow an event, one rule each. */
export const ownKinds = ['deadline', 'no_progress', 'acceptance_waits', 'decision_waits'] as const;
export type OwnKind = (typeof ownKinds)[number];

export type Priority = (typeof priorities)[number];

/** When a rule tells, and whom. In an exception null means: as the rule says. */
export interface Terms {
  offsetWorkingDays?: number | null;
  weeks?: number | null;
  recipient?: RecipientKind | null;
}

/** What of the terms does not belong to a rule of this kind, each with its path; a rule itself also lacks what is not given. */
export function termFaults(kind: RuleKind, terms: Terms, part: 'rule' | 'exception'): FieldError[] {
  const { offsetWorkingDays: days, weeks, recipient } = terms;
  const waits = kind === 'acceptance_waits' || kind === 'decision_waits';
  return [
    ...countFaults('offsetWorkingDays', days ?? null, kind === 'deadline' || waits, part),
    ...(waits && days != null && days < 1 ? [fault('offsetWorkingDays', 'too_early')] : []),
    ...countFaults('weeks', weeks ?? null, kind === 'no_progress', part),
    ...(recipient && !recipientsFor(kind).includes(recipient) ? [fault('recipient', 'not_told')] : []),
  ];
}

function countFaults(
  path: 'offsetWorkingDays' | 'weeks',
  value: number | null,
  belongs: boolean,
  part: 'rule' | 'exception',
): FieldError[] {
  if (value !== null && !belongs) return [fieldError(path, 'not_allowed', notAllowed[path])];
  return value === null && belongs && part === 'rule' ? [fieldError(path, 'required', required[path])] : [];
}

const notAllowed: Record<'offsetWorkingDays' | 'weeks', Texts> = {
  offsetWorkingDays: {
    vi: 'Loại quy tắc này không tính theo số ngày làm việc. Bỏ trường này.',
    en: 'A rule of this kind counts no working days. Leave the field out.',
  },
  weeks: {
    vi: 'Loại quy tắc này không tính theo số tuần. Bỏ trường này.',
    en: 'A rule of this kind counts no weeks. Leave the field out.',
  },
};

const required: Record<'offsetWorkingDays' | 'weeks', Texts> = {
  offsetWorkingDays: {
    vi: 'Loại quy tắc này phải có số ngày làm việc.',
    en: 'A rule of this kind needs a number of working days.',
  },
  weeks: {
    vi: 'Loại quy tắc này phải có số tuần.',
    en: 'A rule of this kind needs a number of weeks.',
  },
};

const words = {
  too_early: {
    vi: 'Chỉ nhắc khi đã chờ ít nhất 1 ngày làm việc. Nhập số từ 1 đến 60.',
    en: 'It tells after at least 1 working day of waiting. Give a number from 1 to 60.',
  },
  not_told: {
    vi: 'Quy tắc này không báo được cho đối tượng đó. Chọn đối tượng khác.',
    en: 'A rule of this kind cannot tell that person. Choose another recipient.',
  },
  for_whom: {
    vi: 'Ngoại lệ phải dành cho một kế hoạch, một mức ưu tiên, hoặc cả hai.',
    en: 'An exception is for a plan, for a priority, or for both.',
  },
  no_difference: {
    vi: 'Nêu ít nhất một điểm khác với quy tắc: bật/tắt, số ngày, số tuần hoặc đối tượng.',
    en: 'Name at least one difference from the rule: on or off, days, weeks or recipient.',
  },
  code_taken: {
    vi: 'Mã này đã có. Chọn mã khác, hoặc để trống để hệ thống đặt.',
    en: 'This code is taken. Choose another one, or leave it to the system.',
  },
};

export function fault(path: string, code: keyof typeof words): FieldError {
  return fieldError(path, code === 'not_told' ? 'not_allowed' : code, words[code]);
}
