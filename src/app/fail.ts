import { ConfigError } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';

/** Ends the process with one clear sentence for what an operator can mend, and the stack for what only we can. */
export function failStart(error: unknown): never {
  const { message, stack, code } = error as Error & { code?: string };
  const sentences: Record<string, string> = {
    EADDRINUSE: 'The port is in use by another program. Choose another one: PORT=3001 npm start',
    ECONNREFUSED:
      'PostgreSQL or Redis does not answer at the address given. Check DATABASE_URL and REDIS_URL.',
    ENOTFOUND: 'The host in DATABASE_URL or REDIS_URL is not known. Check the address.',
    '28P01': 'PostgreSQL refuses the user or password in DATABASE_URL.',
    '28000': 'PostgreSQL refuses the user in DATABASE_URL.',
    '3D000': 'The database named in DATABASE_URL does not exist. Create it, or correct the name.',
    '42P01': 'The database has no schema yet. Run: node dist/cli.js migrate',
    '53100': 'The disk of PostgreSQL is full. Free some space and start again.',
    ENOSPC: 'The disk is full. Free some space and start again.',
    EACCES:
      'A folder under DATA_DIR cannot be written. Give this user the right to, or choose another DATA_DIR.',
  };
  const toldInMessage = error instanceof ConfigError || code?.startsWith('ERR_PARSE_ARGS');
  const sentence = toldInMessage
    ? message
    : error instanceof Problem
      ? inEnglish(error)
      : sentences[code ?? ''];
  process.stderr.write(`${sentence ?? stack ?? message}\n`);
  process.exit(1);
}

function inEnglish({ texts, fields }: Problem): string {
  return [texts.en, ...fields.map((field) => field.texts.en)].join(' ');
}
