import type { Day } from '../../platform/clock/day';
import { TaskDetail } from '../task/task.presenter';

export class ActBy {
  id!: string;
  displayName!: string;
}

export class ProgressItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  percent!: number;
  done!: string | null;
  obstacle!: string | null;
}

export class SubmissionItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  note!: string | null;
  documentNumber!: string | null;
  documentDate!: Day | null;
  /** The day that counts for "on time". */
  countsOn!: Day;
  decidedAt!: string | null;
  decidedBy!: ActBy | null;
  /** Null while it waits. */
  accepted!: boolean | null;
  reason!: string | null;
}

export class ExtensionItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  reason!: string;
  dueDateBefore!: Day;
  requestedDueDate!: Day;
  decidedAt!: string | null;
  decidedBy!: ActBy | null;
  /** Null while it waits. */
  approved!: boolean | null;
  newDueDate!: Day | null;
  decisionReason!: string | null;
  decisionDocumentNumber!: string | null;
  decisionDocumentDate!: Day | null;
}

/** A task, and the extension that was just asked for. */
export class TaskWithExtension extends TaskDetail {
  extensionId!: string;
}

export class ProgressList {
  items!: ProgressItem[];
  nextCursor!: string | null;
  count?: number;
}

export class SubmissionList {
  items!: SubmissionItem[];
  nextCursor!: string | null;
  count?: number;
}

export class ExtensionList {
  items!: ExtensionItem[];
  nextCursor!: string | null;
  count?: number;
}
