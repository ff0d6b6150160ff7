import { SavedFilter } from './finding.requests';

/** A list of tasks that a person keeps by name; whoever opens it sees what is in his scope then. */
export class SavedView {
  id!: string;
  name!: string;
  filter!: SavedFilter;
  createdAt!: string;
  version!: number;
}

export class SavedViewList {
  items!: SavedView[];
  nextCursor!: string | null;
  count?: number;
}

export interface SavedViewRow extends Omit<SavedView, 'createdAt'> {
  created_at: Date;
}

export function presentView({ id, name, filter, created_at, version }: SavedViewRow): SavedView {
  return { id, name, filter, createdAt: created_at.toISOString(), version };
}
