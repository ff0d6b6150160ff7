import { Controller, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { fault } from './import-faults';
import { problem } from '../index.problems';
import { requireIndexWriter } from '../index.queries';
import { EditionPath } from '../index.requests';
import { checksOf } from './edition-checks';
import { loadEdition } from './edition.queries';
import { PublicationResponse } from './edition-publication.presenter';

@Controller('indexes/:code/editions/:year/publication')
export class EditionPublicationController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Freezes a draft for ever. Refused while a sum or a count contradicts what the set itself states. */
  @Post()
  @Allow('index.write')
  async publish(
    @Param() { code, year }: EditionPath,
    @CallerOf() caller: Caller,
  ): Promise<PublicationResponse> {
    await requireIndexWriter(this.dataSource, caller.actor);
    return this.changes.run(caller, (change) => publishEdition(change, code, year));
  }
}

async function publishEdition(change: Change, code: string, year: number): Promise<PublicationResponse> {
  // Locked, so that an import cannot replace the draft between the check and the freezing.
  await change.manager.query('SELECT id FROM edition WHERE index_code = $1 AND year = $2 FOR UPDATE', [
    code,
    year,
  ]);
  const edition = await loadEdition(change.manager, { code, year });
  if (!edition) throw problem('edition.unknown', { code, year });
  if (edition.publishedAt) throw problem('edition.published', { year });
  const failed = checksOf(edition.fields, edition.totals).filter(({ ok }) => ok === false);
  if (failed.length > 0) {
    const faults = failed.map(({ kind, ...check }) =>
      fault(check.code, kind, { ...check, ok: '', found: check.found! }),
    );
    throw problem('edition.checks_fail', {}, faults);
  }
  await change.manager.query('UPDATE edition SET published_at = $2, version = version + 1 WHERE id = $1', [
    edition.id,
    change.now,
  ]);
  const publishedAt = change.now.toISOString();
  change.record({
    act: 'edition.published',
    subjectType: 'edition',
    subjectId: edition.id,
    unitId: null,
    changes: { publishedAt: [null, publishedAt] },
  });
  return { index: code, year, publishedAt };
}
