import type { Change } from '../../platform/change/change';
import { invalid } from '../../platform/errors/common-problems';
import { readEditionJson } from '../edition/read-json';
import { writeEditions } from '../edition/write-editions';
import { indexByCode } from '../index.queries';

/** Stores and publishes a set in the shape of data/working-set-2023.json, with its scores of the year before. */
export async function importWorkingSet(
  change: Change,
  workingSet: { index: string },
): Promise<{ editionId: string }> {
  const index = await indexByCode(change.manager, workingSet.index);
  const { head, nodes, faults } = readEditionJson(workingSet, index);
  if (faults.length > 0) throw invalid(...faults);
  const [editionId] = await writeEditions(change, [{ head, nodes, publish: true }]);
  return { editionId };
}
