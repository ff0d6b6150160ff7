import { ActBy } from '../acts/acts.presenter';

/** What somebody who reads the task has to say about it. */
export class CommentItem {
  id!: string;
  at!: string;
  by!: ActBy | null;
  text!: string;
  /** Whom it mentions, by name. */
  mentioned!: ActBy[];
}

/** Newest first. */
export class CommentPage {
  items!: CommentItem[];
  nextCursor!: string | null;
  count?: number;
}

export class PersonUnit {
  nameVi!: string;
  nameEn!: string;
}

/** Somebody who may read the task. */
export class ReaderItem {
  id!: string;
  displayName!: string;
  position!: string | null;
  unit!: PersonUnit;
}

export class ReaderPage {
  items!: ReaderItem[];
  nextCursor!: string | null;
  count?: number;
}
