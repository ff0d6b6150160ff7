import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { importIndexes, importResults, importWorkingSet } from '../../src/indexes/indexes.api';
import { systemCaller } from '../../src/platform/access/caller';
import { Changes } from '../../src/platform/change/changes';

/** A file of the sample province, as it stands in data/. */
export function readData<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(__dirname, '../../data', file), 'utf8')) as T;
}

/** The indexes, sets of criteria and published results of data/, through the real importers. */
export async function loadReferenceIndexes(database: DataSource): Promise<void> {
  await new Changes(database).run(systemCaller(new Date('2023-01-01T02:00:00Z'), 'test'), async (change) => {
    await importIndexes(change, readData('index-frameworks.json'));
    await importWorkingSet(change, readData('working-set-2023.json'));
    await importResults(change, readData('index-results.json'));
  });
}
