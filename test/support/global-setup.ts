import { randomBytes } from 'node:crypto';
import 'reflect-metadata';
import { connect } from '../../src/platform/database/database';
import { loadSampleTemplate } from './sample-template';
import { onServer, templateName, urlOf } from './servers';

/** Once a run: an empty migrated database and one with the sample province, from which every test file clones. */
export default async function globalSetup(): Promise<void> {
  // Two runs on the same servers must not share templates.
  process.env.PAR_TEST_RUN = randomBytes(4).toString('hex');
  const [empty, sample] = [templateName('empty'), templateName('sample')];
  await onServer(`CREATE DATABASE ${empty}`);
  const database = await connect(urlOf(empty));
  await database.runMigrations();
  await database.destroy();
  await onServer(`CREATE DATABASE ${sample} TEMPLATE ${empty}`);
  await loadSampleTemplate(urlOf(sample));
}
