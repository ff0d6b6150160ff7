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
}

/** Its content is at `tasks/:id/evidence/:evidenceId/file`. */
export class EvidenceFile {
  name!: string;
  /** Bytes. */
  size!: number;
  mediaType!: string;
  sha256!: string;
}

export class EvidenceItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  title!: string;
  documentNumber!: string | null;
  documentDate!: Day | null;
  issuer!: string | null;
  page!: string | null;
  /** Null for a reference to a document. */
  file!: EvidenceFile | null;
}

export class DirectionItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  text!: string;
}

/** What somebody who reads the task has to say about it. */
export class CommentItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  text!: string;
}

/** Newest first. */
export class CommentPage {
  items!: CommentItem[];
  nextCursor!: string | null;
  count?: number;
}

/** One changed field; units and people are named, days are days. */
export class FieldChange {
  field!: string;
  before!: unknown;
  after!: unknown;
}

/** One line of a task's history, oldest first. */
export class HistoryItem {
  id!: string;
  at!: string;
  act!: string;
  actor!: { id: string | null; name: string };
  note!: string | null;
  changes!: FieldChange[];
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

export class EvidenceList {
  items!: EvidenceItem[];
  nextCursor!: string | null;
  count?: number;
}

export class DirectionList {
  items!: DirectionItem[];
  nextCursor!: string | null;
  count?: number;
}

export class HistoryList {
  items!: HistoryItem[];
  nextCursor!: string | null;
  count?: number;
}
