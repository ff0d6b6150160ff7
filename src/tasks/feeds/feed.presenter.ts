import type { Day } from '../../platform/clock/day';

/** A private address of one's own deadlines, without its secret. */
export class FeedItem {
  id!: string;
  name!: string;
  createdAt!: string;
  /** The last day on which a calendar read it. */
  readOn!: Day | null;
}

export class NewFeed extends FeedItem {
  /** Shown this once; whoever has it reads the deadlines until it is revoked. */
  url!: string;
}

export class FeedList {
  items!: FeedItem[];
  nextCursor!: string | null;
  count?: number;
}

export interface FeedRow {
  id: string;
  name: string;
  createdAt: Date;
  readOn: Day | null;
}

export function presentFeed({ id, name, createdAt, readOn }: FeedRow): FeedItem {
  return { id, name, createdAt: createdAt.toISOString(), readOn };
}
