import type { DataSource } from 'typeorm';
import { hashPassword } from '../../identity/identity.api';
import { importWorkingSet } from '../../indexes/indexes.api';
import { systemActor } from '../../platform/access/actor';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { currentPlanUnits, issueCurrentPlan } from './current-plan';
import { readJson } from './data-files';
import { loadFacts } from './load-facts';
import { on, replay2023 } from './replay-2023';
import { inventPeople, sampleActors, signIns } from './sample-people';
import { planLines } from './sample-tasks';

/**
 * Loads the sample province into an empty database, all or nothing: facts of `data/`, the illustrative edition and
 * plan, invented people. Returns false, and does nothing, when the database already has units.
 */
export async function loadSampleProvince(
  dataSource: DataSource,
  password: string,
  now: Date,
): Promise<boolean> {
  const changes = new Changes(dataSource);
  return dataSource.transaction(async (manager) => {
    const there: unknown[] = await manager.query('SELECT 1 FROM unit LIMIT 1');
    if (there.length > 0) return false;
    await changes.within(manager, on('2022-01-01', systemActor), async (change) => {
      await loadFacts(change);
      const unitCodes = [
        ...planLines().map((line) => line.leadUnitCode),
        ...currentPlanUnits,
        ...officerUnits(),
      ];
      await inventPeople(change, [...new Set(unitCodes)], () => hashPassword(password));
    });
    const { editionId } = await changes.within(manager, on('2022-12-28', systemActor), (change) =>
      importWorkingSet(change, readJson('working-set-2023.json')),
    );
    const actors = await sampleActors(manager);
    await replay2023(manager, changes, actors, editionId);
    await issueCurrentPlan(manager, changes, actors, editionId, dayOf(now));
    await manager.query('UPDATE plan SET illustrative = true');
    return true;
  });
}

function officerUnits(): string[] {
  return signIns.filter(({ role }) => role === 'officer').map(({ unitCode }) => unitCode);
}
