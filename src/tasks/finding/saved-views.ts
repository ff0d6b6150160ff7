import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { commonProblem } from '../../platform/errors/common-problems';
import type { ChangeView, SaveView } from './finding.requests';
import { presentView, type SavedView, type SavedViewRow } from './saved-view.presenter';
import { savedViewProblem } from './saved-view.problems';

const LIMIT = 50;
const columns = 'id, name, filter, created_at, version';

/** A person's saved views. They are his alone: nobody else finds them, and the trail of tasks has nothing of them. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** All of them, by name. */
  async list({ actor }: Caller): Promise<SavedView[]> {
    const rows: SavedViewRow[] = await this.dataSource.query(
      `SELECT ${columns} FROM saved_view WHERE user_id = $1 ORDER BY name COLLATE vietnamese, id LIMIT ${LIMIT}`,
      [actor.userId],
    );
    return rows.map(presentView);
  }

  async read({ actor }: Caller, id: string): Promise<SavedView> {
    const [row]: SavedViewRow[] = await this.dataSource.query(
      `SELECT ${columns} FROM saved_view WHERE id = $1 AND user_id = $2`,
      [id, actor.userId],
    );
    if (!row) throw commonProblem('not_found');
    return presentView(row);
  }

  save(caller: Caller, { name, filter }: SaveView): Promise<SavedView> {
    return this.changes.run(caller, async (change) => {
      const others = await this.lockOthers(change, null);
      if (others.length >= LIMIT) throw savedViewProblem('saved_view.too_many', { limit: LIMIT });
      refuseTaken(others, name);
      const [row]: SavedViewRow[] = await change.manager.query(
        `INSERT INTO saved_view (id, user_id, name, filter, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`,
        [uuidv7(), caller.actor.userId, name, JSON.stringify(filter), change.now],
      );
      return presentView(row);
    });
  }

  change(caller: Caller, id: string, version: number, { name, filter }: ChangeView): Promise<SavedView> {
    return this.changes.run(caller, async (change) => {
      refuseTaken(await this.lockOthers(change, id), name);
      const found: { version: number }[] = await change.manager.query(
        'SELECT version FROM saved_view WHERE id = $1 AND user_id = $2',
        [id, caller.actor.userId],
      );
      if (found.length === 0) throw commonProblem('not_found');
      if (found[0].version !== version) throw commonProblem('stale');
      const [[row]]: [SavedViewRow[], number] = await change.manager.query(
        `UPDATE saved_view SET name = coalesce($2, name), filter = coalesce($3, filter), version = version + 1
          WHERE id = $1 RETURNING ${columns}`,
        [id, name ?? null, filter ? JSON.stringify(filter) : null],
      );
      return presentView(row);
    });
  }

  async remove(caller: Caller, id: string): Promise<void> {
    await this.changes.run(caller, async (change) => {
      const [removed]: [unknown[], number] = await change.manager.query(
        'DELETE FROM saved_view WHERE id = $1 AND user_id = $2 RETURNING id',
        [id, caller.actor.userId],
      );
      if (removed.length === 0) throw commonProblem('not_found');
      return null;
    });
  }

  /** The names of the person's other views. His views change one after the other, so that limit and names hold. */
  private async lockOthers(change: Change, id: string | null): Promise<string[]> {
    const { userId } = change.caller.actor;
    await change.manager.query('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [userId]);
    const rows: { name: string }[] = await change.manager.query(
      'SELECT name FROM saved_view WHERE user_id = $1 AND id IS DISTINCT FROM $2',
      [userId, id],
    );
    return rows.map(({ name }) => name);
  }
}

function refuseTaken(others: string[], name: string | undefined): void {
  if (name !== undefined && others.includes(name)) throw savedViewProblem('saved_view.name_taken');
}
