import type { Locale } from '../../platform/errors/problem';

/** One entry of the journal, as far as its sentence needs it; values are in words already. */
export interface Told {
  note: string | null;
  /** Name of the unit that led the task then, or of the coordinating unit that speaks. */
  unit: string;
  /** The new value of a field that changed, else null. */
  now(field: string): string | null;
  /** `before → after` of a field that changed, else null. */
  moved(field: string): string | null;
  /** Everything that changed, each with its label, but for what only accompanies another field. */
  everything: string;
}

type Sentence = (told: Told) => string;

const and = (...parts: (string | false | null)[]) => parts.filter(Boolean).join(', ');
const noted = (words: string, { note }: Told) => (note ? `${words}: ${note}` : words);
const listed = (words: string, { everything }: Told) => (everything ? `${words}: ${everything}` : words);

/** What each act on a task is called in its history; a test looks for acts without words. */
export const acts: Record<string, Record<Locale, Sentence>> = {
  'task.drafted': {
    vi: (e) => and(`Soạn dự thảo nhiệm vụ cho ${e.unit}`, e.now('dueDate') && `hạn ${e.now('dueDate')}`),
    en: (e) => and(`Drafted for ${e.unit}`, e.now('dueDate') && `due ${e.now('dueDate')}`),
  },
  'task.assigned': {
    vi: (e) =>
      and(
        `${e.now('handedDown') ? 'Giao tiếp một phần' : 'Giao nhiệm vụ'} cho ${e.unit}`,
        e.now('responsibleId') && `người chịu trách nhiệm ${e.now('responsibleId')}`,
        e.now('dueDate') ? `hạn ${e.now('dueDate')}` : e.now('code') && 'thường xuyên',
      ),
    en: (e) =>
      and(
        `${e.now('handedDown') ? 'Part handed down' : 'Assigned'} to ${e.unit}`,
        e.now('responsibleId') && `responsible ${e.now('responsibleId')}`,
        e.now('dueDate') ? `due ${e.now('dueDate')}` : e.now('code') && 'no due date',
      ),
  },
  'task.changed': {
    vi: (e) => listed('Sửa nhiệm vụ', e),
    en: (e) => listed('Changed', e),
  },
  'task.linked': {
    vi: (e) => listed('Gắn tiêu chí thành phần', e),
    en: (e) => listed('Linked to components', e),
  },
  'task.progress_reported': {
    vi: (e) => noted(`Báo cáo tiến độ${e.now('percent') ? ` ${e.now('percent')}` : ''}`, e),
    en: (e) => noted(`Progress reported${e.now('percent') ? `, ${e.now('percent')}` : ''}`, e),
  },
  'task.submitted': {
    vi: (e) =>
      noted(and('Báo cáo hoàn thành', e.now('submittedOn') && `tính ngày ${e.now('submittedOn')}`), e),
    en: (e) => noted(and('Submitted', e.now('submittedOn') && `done on ${e.now('submittedOn')}`), e),
  },
  'task.accepted': {
    vi: (e) => noted('Xác nhận hoàn thành', e),
    en: (e) => noted('Accepted', e),
  },
  'task.returned': {
    vi: (e) => noted('Trả lại', e),
    en: (e) => noted('Returned', e),
  },
  'task.cancelled': {
    vi: (e) => noted('Hủy nhiệm vụ', e),
    en: (e) => noted('Cancelled', e),
  },
  'task.part_handed_down': {
    vi: (e) => noted('Giao tiếp một phần', e),
    en: (e) => noted('Part handed down', e),
  },
  'task.evidence_added': {
    vi: (e) => noted('Thêm tài liệu kiểm chứng', e),
    en: (e) => noted('Evidence added', e),
  },
  'task.commented': {
    vi: (e) => noted('Trao đổi', e),
    en: (e) => noted('Comment', e),
  },
  'coordination.noted': {
    vi: (e) => `${e.unit} báo cáo phần phối hợp: ${e.note}`,
    en: (e) => `${e.unit} on its share: ${e.note}`,
  },
  'extension.requested': {
    // The note begins with the day that is asked for.
    vi: (e) => `Đề nghị gia hạn đến ${e.note}`,
    en: (e) => `Extension requested to ${e.note}`,
  },
  'extension.approved': {
    vi: (e) => and(`Thời hạn ${e.moved('dueDate')}`, e.note ?? 'gia hạn được phê duyệt'),
    en: (e) => and(`Due date ${e.moved('dueDate')}`, e.note ?? 'extension approved'),
  },
  'extension.rejected': {
    vi: (e) => noted('Không phê duyệt gia hạn', e),
    en: (e) => noted('Extension refused', e),
  },
  'direction.given': {
    vi: (e) =>
      noted(
        and(
          e.now('addresseeId') ? `Chỉ đạo, đôn đốc ${e.now('addresseeId')}` : 'Chỉ đạo, đôn đốc',
          e.now('answerBy') && `trả lời trước hết ngày ${e.now('answerBy')}`,
        ),
        e,
      ),
    en: (e) =>
      noted(
        and(
          e.now('addresseeId') ? `Direction to ${e.now('addresseeId')}` : 'Direction',
          e.now('answerBy') && `answer by ${e.now('answerBy')}`,
        ),
        e,
      ),
  },
  'direction.answered': {
    vi: (e) => noted('Trả lời ý kiến chỉ đạo', e),
    en: (e) => noted('Direction answered', e),
  },
};

const unknown: Record<Locale, Sentence> = {
  vi: (e) => listed(noted('Cập nhật nhiệm vụ', e), e),
  en: (e) => listed(noted('Updated', e), e),
};

export function sentenceOf(act: string, told: Told, locale: Locale): string {
  return (acts[act] ?? unknown)[locale](told);
}
