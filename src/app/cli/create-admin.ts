import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createUser, grantRole, hashPassword, PASSWORD_LENGTH } from '../../identity/identity.api';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Clock } from '../../platform/clock/clock';
import { ConfigError, type Config } from '../../platform/config/config';
import { withDatabase } from './database';
import { topUnit } from './top-unit';

const options = {
  username: { type: 'string' },
  name: { type: 'string' },
  unit: { type: 'string' },
  'unit-code': { type: 'string' },
  'unit-name-vi': { type: 'string' },
  'unit-name-en': { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

const usage = `create-admin --username admin --name "Nguyễn Văn A" --unit 20 [--password-stdin]
In an empty database, name the first unit instead of --unit:
  --unit-code 20 --unit-name-vi "Tỉnh Lạng Sơn" --unit-name-en "Lang Son Province"`;

/** Makes an administrator of a unit; without --password-stdin a password is generated and printed once. */
export async function createAdmin(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const { username, name } = values;
  if (!username || !name || !/^[a-z0-9][a-z0-9._@-]{0,99}$/i.test(username)) throw new ConfigError(usage);
  const given = values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
  const password = given ?? randomBytes(12).toString('base64url');
  if (password.length < PASSWORD_LENGTH || password.toLowerCase() === username.toLowerCase()) {
    throw new ConfigError(
      `Choose a password of at least ${PASSWORD_LENGTH} characters that is not the username.`,
    );
  }
  const passwordHash = await hashPassword(password);
  await withDatabase(config, (database) =>
    new Changes(database).run(systemCaller(new Clock().now(), 'cli'), async (change) => {
      const unitId = await topUnit(change, {
        existing: values.unit,
        code: values['unit-code'],
        nameVi: values['unit-name-vi'],
        nameEn: values['unit-name-en'],
      });
      const userId = await createUser(change, { username, displayName: name, unitId, passwordHash });
      await grantRole(change, { userId, role: 'admin', unitId });
    }),
  );
  const shown = given === undefined ? ` Password (shown once): ${password}` : '';
  process.stdout.write(`Administrator ${username} can sign in.${shown}\n`);
}
