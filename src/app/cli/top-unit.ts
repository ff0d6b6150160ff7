import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { ConfigError } from '../../platform/config/config';
import { changesBetween } from '../../platform/journal/journal';

interface Named {
  /** Code of a unit in force. */
  existing?: string;
  code?: string;
  nameVi?: string;
  nameEn?: string;
}

/** The unit that an administrator is made for; in an empty database the first one is created as the province. */
export async function topUnit(change: Change, named: Named): Promise<string> {
  // Two first administrators at once must not make two provinces.
  await change.manager.query('LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE');
  const any: unknown[] = await change.manager.query('SELECT 1 FROM unit LIMIT 1');
  if (any.length === 0) return createProvince(change, named);
  if (!named.existing) throw new ConfigError('There are units already; name one by its code: --unit 20');
  const [unit]: { id: string }[] = await change.manager.query(
    `SELECT id FROM unit WHERE code = $1 AND daterange(valid_from, valid_to, '[]') @> $2::date`,
    [named.existing, change.today],
  );
  if (!unit) throw new ConfigError(`No unit in force today has the code ${named.existing}. Check the code.`);
  return unit.id;
}

async function createProvince(change: Change, { code, nameVi, nameEn }: Named): Promise<string> {
  if (!code || !nameVi || !nameEn) {
    throw new ConfigError(
      'There are no units yet. Name the first one: --unit-code 20 --unit-name-vi "Tỉnh Lạng Sơn" --unit-name-en "Lang Son Province"',
    );
  }
  const unit = { code, nameVi: nameVi.normalize('NFC'), nameEn: nameEn.normalize('NFC'), level: 'province' };
  const id = uuidv7();
  await change.manager.query(
    'INSERT INTO unit (id, code, name_vi, name_en, level) VALUES ($1, $2, $3, $4, $5)',
    [id, code, unit.nameVi, unit.nameEn, unit.level],
  );
  const changes = changesBetween<typeof unit>({}, unit);
  change.record({ act: 'unit.created', subjectType: 'unit', subjectId: id, unitId: id, changes });
  return id;
}
