import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const DATA = resolve(__dirname, '../../../data');

/** A JSON file of the project's `data/`; its shape is checked by the importer it is given to. */
export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(DATA, name), 'utf8')) as T;
}

/** The records of a CSV file of `data/`, by the names in its first line. */
export function readCsv<Column extends string>(name: string): Record<Column, string>[] {
  return parse<Record<Column, string>>(readFileSync(resolve(DATA, name)), { columns: true, bom: true });
}
