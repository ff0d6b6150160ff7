// `npm run schema`: writes schema.sql from the migrations. Its test compares the two ever after.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['scripts/test.mjs', 'test/schema.spec.ts'], {
  stdio: 'inherit',
  env: { ...process.env, WRITE_SCHEMA: '1' },
});
process.exit(status ?? 1);
