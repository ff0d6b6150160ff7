import type { DataSource } from 'typeorm';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import type { FieldChanges } from '../../platform/journal/journal';
import type { HistoryItem } from './acts.presenter';

type Entry = Omit<HistoryItem, 'changes'> & { changes: FieldChanges };

/** A page of a task's journal, oldest first, with units and people named instead of their ids. */
export async function readHistory(
  dataSource: DataSource,
  taskId: string,
  page: PageRequest,
): Promise<Page<HistoryItem>> {
  const after = page.cursor ? decodeCursor(page.cursor, 1)[0] : null;
  const entries: Entry[] = await dataSource.query(
    `SELECT j.id, j.at, j.act, json_build_object('id', j.actor_id, 'name', j.actor_name) AS actor, j.note, j.changes
       FROM journal_entry j
      WHERE j.subject_type = 'task' AND j.subject_id = $1 AND ($3::uuid IS NULL OR j.id > $3) ORDER BY j.id LIMIT $2`,
    [taskId, page.limit + 1, after],
  );
  const names = await namesOf(
    dataSource,
    entries.map((entry) => entry.changes),
  );
  const count = page.count ? await countHistory(dataSource, taskId) : undefined;
  return toPage(
    entries,
    page.limit,
    (entry) => [entry.id],
    (entry) => present(entry, names),
    count,
  );
}

function present(entry: Entry, names: Map<string, string>): HistoryItem {
  const shown = (value: unknown) => names.get(value as string) ?? value;
  const changes = Object.entries(entry.changes).map(([field, [before, after]]) => ({
    field: field.replace(/Id$/, ''),
    before: shown(before),
    after: shown(after),
  }));
  return { ...entry, changes };
}

async function countHistory(dataSource: DataSource, taskId: string): Promise<number> {
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM journal_entry WHERE subject_type = 'task' AND subject_id = $1`,
    [taskId],
  );
  return count;
}

async function namesOf(dataSource: DataSource, changes: FieldChanges[]): Promise<Map<string, string>> {
  const ids = changes.flatMap(({ leadUnitId, responsibleId }) => [
    ...(leadUnitId ?? []),
    ...(responsibleId ?? []),
  ]);
  const rows: { id: string; name: string }[] = await dataSource.query(
    `SELECT id, name_vi AS name FROM unit WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, display_name FROM app_user WHERE id = ANY($1::uuid[])`,
    [[...new Set(ids.filter((id) => id !== null))]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
