import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Locale } from '../../platform/errors/problem';
import type { FieldChanges } from '../../platform/journal/journal';
import { sentenceOf, type Told } from './act-words';
import { labelOf, namesThings, valueInWords, type Names } from './field-words';

/** Text, a number, a flag or a list of names. */
const anyValue: ApiPropertyOptions = {
  nullable: true,
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: { type: 'string' } },
  ],
};

/** One changed field; units, people and components are named, days are days. */
export class FieldChange {
  field!: string;
  /** Name of the field in the caller's language. */
  label!: string;
  @ApiProperty(anyValue) before!: unknown;
  @ApiProperty(anyValue) after!: unknown;
  /** As people read it, in the caller's language: `30/06/2023`, `Đang thực hiện`; nothing is "–". */
  beforeWords!: string;
  afterWords!: string;
}

export class HistoryActor {
  /** Null for the system itself. */
  id!: string | null;
  name!: string;
}

/** One line of a task's history. */
export class HistoryItem {
  id!: string;
  at!: string;
  act!: string;
  /** What happened, as a sentence in the caller's language. */
  words!: string;
  actor!: HistoryActor;
  note!: string | null;
  changes!: FieldChange[];
}

export class HistoryList {
  items!: HistoryItem[];
  nextCursor!: string | null;
  count?: number;
}

/** A row of history.queries.ts. */
export type HistoryRow = Omit<HistoryItem, 'words' | 'changes'> & {
  unitId: string | null;
  changes: FieldChanges;
};

/** Fields that only accompany another one; a sentence that lists all changes leaves them out. */
const companions = ['deadlineRevision', 'originalDueDate', 'dueText'];
/** A sentence quotes no more of a text. */
const LONGEST = 120;

export function presentHistory({ unitId, ...row }: HistoryRow, names: Names, locale: Locale): HistoryItem {
  const changes = Object.entries(row.changes).map(([field, [before, after]]) => ({
    field: field.replace(/Ids$/, 's').replace(/Id$/, ''),
    label: labelOf(field, locale),
    before: named(field, before, names, locale),
    after: named(field, after, names, locale),
    beforeWords: valueInWords(field, before, names, locale),
    afterWords: valueInWords(field, after, names, locale),
  }));
  const fields = Object.keys(row.changes);
  const change = (field: string) => changes[fields.indexOf(field)] ?? null;
  const moved = (field: string) =>
    change(field) && `${short(change(field).beforeWords)} → ${short(change(field).afterWords)}`;
  const told: Told = {
    note: row.note,
    unit: valueInWords('leadUnitId', unitId, names, locale),
    now: (field) => change(field)?.afterWords ?? null,
    moved,
    everything: fields
      .filter((field) => !companions.includes(field))
      .map((field) => `${labelOf(field, locale)} ${moved(field)}`)
      .join('; '),
  };
  return { ...row, words: sentenceOf(row.act, told, locale), changes };
}

/** Ids give way to names; every other value stays as it is. */
function named(field: string, value: unknown, names: Names, locale: Locale): unknown {
  if (!namesThings(field) || value === null) return value;
  if (Array.isArray(value)) return value.map((id) => valueInWords('leadUnitId', id, names, locale));
  return valueInWords(field, value, names, locale);
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
