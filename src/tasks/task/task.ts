import type { Day } from '../../platform/clock/day';
import { fieldError, invalid } from '../../platform/errors/common-problems';
import { openStates, transitions, type TaskState, type TaskVerb } from './task-status';
import type { HandDown } from './hand-down-facts';
import { taskProblem, wrongState } from './task-problems';

/** The columns of a task that verbs and edits may change. */
export interface TaskFields {
  titleVi: string;
  titleEn: string | null;
  deliverableVi: string | null;
  deliverableEn: string | null;
  priority: 'high' | 'normal' | 'low';
  fieldCode: string | null;
  sourceNumber: string | null;
  sourceDate: Day | null;
  leadUnitId: string;
  responsibleId: string | null;
  state: TaskState;
  dueText: string | null;
  dueDate: Day | null;
  originalDueDate: Day | null;
  deadlineRevision: number;
  percent: number;
  assignedOn: Day | null;
  submittedOn: Day | null;
  /** A submission needs a piece of evidence. */
  evidenceRequired: boolean;
}

/** One thing one lead unit must deliver by one day. Its verbs guard the transition table and change nothing else. */
export class Task implements TaskFields {
  readonly id!: string;
  readonly planId!: string;
  readonly planIssuedOn!: Day;
  readonly planClosed!: boolean;
  readonly code!: string;
  readonly parentId!: string | null;
  /** A part that the parent's lead unit handed down. */
  readonly handedDown!: boolean;
  readonly assignedBy!: string | null;
  readonly version!: number;
  /** The lead unit and every unit above it: where a role on this task may be held. */
  readonly unitIds!: string[];
  /** Null unless the task was handed down. */
  readonly handDown!: HandDown | null;
  titleVi!: string;
  titleEn!: string | null;
  deliverableVi!: string | null;
  deliverableEn!: string | null;
  priority!: 'high' | 'normal' | 'low';
  fieldCode!: string | null;
  sourceNumber!: string | null;
  sourceDate!: Day | null;
  leadUnitId!: string;
  responsibleId!: string | null;
  state!: TaskState;
  dueText!: string | null;
  dueDate!: Day | null;
  originalDueDate!: Day | null;
  deadlineRevision!: number;
  percent!: number;
  assignedOn!: Day | null;
  submittedOn!: Day | null;
  evidenceRequired!: boolean;

  assign(today: Day): void {
    this.move('assign');
    this.assignedOn = today;
  }

  progress(percent: number): void {
    this.move('progress');
    this.percent = percent;
  }

  /** `countsOn` is the document's day where one is given, else the day of submission; it cannot lie ahead, nor before the task. */
  submit(countsOn: Day, today: Day): void {
    this.refuseDocumentDay(countsOn, today);
    this.move('submit');
    this.percent = 100;
    this.submittedOn = countsOn;
  }

  accept(): void {
    this.move('accept');
  }

  /** Sent back: the task is open again and its submission counts for nothing. */
  return(): void {
    this.move('return');
    this.submittedOn = null;
  }

  cancel(): void {
    this.move('cancel');
    this.submittedOn = null;
  }

  /** Moves the due date; the original one stays on record. Reminders of the old revision become void. */
  extendTo(day: Day): void {
    this.refuseUnlessOpen('extend');
    this.dueDate = day;
    this.deadlineRevision += 1;
  }

  refuseUnlessOpen(verb: string): void {
    if (!openStates.includes(this.state)) throw wrongState(this.state, verb);
  }

  refuseWithoutDueDate(): Day {
    if (this.dueDate === null) throw taskProblem('task.no_due_date');
    return this.dueDate;
  }

  /** A document about the task is neither of a day ahead, nor older than the one that assigned it. */
  refuseDocumentDay(day: Day | null | undefined, today: Day): void {
    if (!day) return;
    if (day > today) throw documentInFuture();
    if (day < this.earliestDay()) throw documentBeforeTask();
  }

  /** The day of the assigning document: nothing about the task can lie before it. */
  earliestDay(): Day {
    return this.sourceDate ?? this.planIssuedOn;
  }

  private move(verb: TaskVerb): void {
    const { from, to } = transitions[verb];
    if (!from.includes(this.state)) throw wrongState(this.state, verb);
    this.state = to;
  }
}

function documentBeforeTask() {
  return invalid(
    fieldError('documentDate', 'before_source', {
      vi: 'Ngày văn bản không thể trước ngày của văn bản giao nhiệm vụ.',
      en: 'The date of the document cannot lie before the day of the assigning document.',
    }),
  );
}

function documentInFuture() {
  return invalid(
    fieldError('documentDate', 'future', {
      vi: 'Ngày văn bản không thể ở tương lai.',
      en: 'The date of the document cannot lie in the future.',
    }),
  );
}
