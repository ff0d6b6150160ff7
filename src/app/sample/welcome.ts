import type { Config } from '../../platform/config/config';
import { samplePasswordFile } from './sample-password';
import { signIns } from './sample-people';

/** What a first-time reader needs: who can sign in, with which password, and what to try. */
export function welcomeText(config: Config): string {
  const width = Math.max(...signIns.map(({ username }) => username.length));
  const people = signIns.map(
    ({ username, role, unitCode }) => `  ${username.padEnd(width)}  ${role.padEnd(9)}  ${unitCode}`,
  );
  const password = config.SAMPLE_PASSWORD
    ? 'the value of SAMPLE_PASSWORD'
    : `in ${samplePasswordFile(config)}`;
  return [
    'Sample sign-ins (invented people; illustrative plan and edition):',
    ...people,
    `Password of all: ${password}`,
    '',
    'Try first:',
    '  1. Sign in as leader and read what is overdue, ordered by the points at stake.',
    '  2. Sign in as officer-snv, open a task and report progress; then submit it.',
    '  3. Sign in as committee and accept it, or return it with a reason.',
    `  4. API: ${config.PUBLIC_URL}/api/docs   Letters: ${config.DATA_DIR}/letters`,
  ].join('\n');
}
