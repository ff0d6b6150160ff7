import { fieldError, invalid } from '../errors/common-problems';

/** A page of a list in a stable order. `nextCursor` is null on the last page; `count` only when asked for. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  count?: number;
}

/** The sort key of the last row of a page, opaque to callers. */
export function encodeCursor(key: unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key a cursor holds; a cursor that we did not make is a 400. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as (string | number | null)[];
    if (Array.isArray(key) && key.length === length) return key;
  } catch {
    // falls through to the refusal
  }
  throw badCursor();
}

function badCursor() {
  return invalid(
    fieldError('cursor', 'cursor', {
      vi: 'Con trỏ trang không hợp lệ; bắt đầu lại từ trang đầu.',
      en: 'The cursor is not valid; start again from the first page.',
    }),
  );
}

/** Cuts the extra row that tells whether there is a next page. `rows` holds up to `limit + 1` rows. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => unknown[],
  present: (row: Row) => Item,
  count?: number,
): Page<Item> {
  const kept = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? encodeCursor(keyOf(kept[kept.length - 1])) : null;
  return { items: kept.map(present), nextCursor, ...(count === undefined ? {} : { count }) };
}

/** A page of a list short enough to be read whole, in its order; a cursor whose row is gone is a 400. */
export function pageOfWhole<Item>(
  whole: readonly Item[],
  { limit, cursor, count }: { limit: number; cursor?: string; count?: boolean },
  keyOf: (item: Item) => string | number,
): Page<Item> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, 1)[0];
  const start = after === undefined ? 0 : whole.findIndex((item) => keyOf(item) === after) + 1;
  if (after !== undefined && start === 0) throw badCursor();
  const rest = whole.slice(start);
  return toPage(
    rest,
    limit,
    (item) => [keyOf(item)],
    (item) => item,
    count ? whole.length : undefined,
  );
}
