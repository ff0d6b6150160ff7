import { importHolidays } from '../../calendar/calendar.api';
import { importIndexes, importResults } from '../../indexes/indexes.api';
import { importUnits } from '../../organisation/organisation.api';
import type { Change } from '../../platform/change/change';
import { readJson } from './data-files';

/** The facts of `data/`, with their sources: calendars, units of Lạng Sơn, indexes and published results. */
export async function loadFacts(change: Change): Promise<void> {
  await importHolidays(change, readJson('holidays.json'));
  await importUnits(change, readJson('units.json'));
  await importIndexes(change, readJson('index-frameworks.json'));
  await importResults(change, readJson('index-results.json'));
}
