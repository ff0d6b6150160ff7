import { decodeCursor, encodeCursor } from '../platform/http/cursor';

type Key = (number | string)[];

const inVietnamese = new Intl.Collator('vi', { numeric: true });

function compare(a: Key, b: Key): number {
  for (const [n, part] of a.entries()) {
    const other = b[n];
    if (part === other) continue;
    const order =
      typeof part === 'number' && typeof other === 'number'
        ? part - other
        : inVietnamese.compare(String(part), String(other)) || (part < other ? -1 : part > other ? 1 : 0);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * A page of a list whose order follows from computed figures and so cannot come from the database. Ascending by
 * `keyOf`, whose last part is unique. A cursor whose row is gone goes on where it would have stood.
 */
export function pageInOrder<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  page: { limit: number; cursor?: string },
): { items: Row[]; nextCursor: string | null } {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) })).sort((a, b) => compare(a.key, b.key));
  const length = keyed[0]?.key.length ?? 0;
  const after = page.cursor === undefined || length === 0 ? null : (decodeCursor(page.cursor, length) as Key);
  const rest = after ? keyed.filter(({ key }) => compare(key, after) > 0) : keyed;
  const kept = rest.slice(0, page.limit);
  return {
    items: kept.map(({ row }) => row),
    nextCursor: rest.length > kept.length ? encodeCursor(kept[kept.length - 1].key) : null,
  };
}
