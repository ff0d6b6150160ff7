import { loadSampleProvince } from '../../src/app/sample/load-sample';
import { momentOf } from '../../src/platform/clock/day';
import { connect } from '../../src/platform/database/database';

/** The password of every sample sign-in in tests. */
export const TEST_PASSWORD = 'mat-khau-thu-nghiem';

/** The day on which tests take place unless they set another: the current plan is laid around it. */
export const TEST_DAY = '2026-11-23';

/** Loads the sample province into a migrated database, with the real loader. */
export async function loadSampleTemplate(url: string): Promise<void> {
  const database = await connect(url);
  try {
    await loadSampleProvince(database, TEST_PASSWORD, momentOf(TEST_DAY, 8));
  } finally {
    await database.destroy();
  }
}
