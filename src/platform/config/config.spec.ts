import 'reflect-metadata';
import { ConfigError, readConfig } from './config';

const servers = { DATABASE_URL: 'postgres://par:pw@localhost:5432/par', REDIS_URL: 'redis://localhost:6379' };

function adviceFor(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig({ ...servers, ...environment });
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'accepted';
}

describe('the configuration', () => {
  it('needs two addresses and has a default for the rest', () => {
    expect(readConfig(servers)).toEqual({
      ...servers,
      NODE_ENV: 'development',
      PORT: 3000,
      HOST: '0.0.0.0',
      REDIS_PREFIX: 'par',
      DATA_DIR: '.data',
      PUBLIC_URL: 'http://localhost:3000',
      MAIL_FROM: 'PAR Tracker <par-tracker@localhost.localdomain>',
      SESSION_HOURS: 12,
      LOG_LEVEL: 'info',
      DATABASE_POOL: 10,
      RATE_LIMIT: 3000,
      SIGN_IN_CACHE: 'on',
      SIGN_IN_RATE_LIMIT: 120,
      LETTERS_A_MINUTE: 300,
      LETTERS_A_DAY: 20,
      WEBHOOK_LOOPBACK: 'off',
    });
  });

  it('takes an empty value as one that is not set', () => {
    expect(readConfig({ ...servers, PORT: '', SMTP_URL: '' })).toMatchObject({ PORT: 3000 });
    expect(readConfig({ ...servers, SMTP_URL: '' }).SMTP_URL).toBeUndefined();
  });

  it('reads numbers as numbers and levels in any case', () => {
    const config = readConfig({ ...servers, PORT: '8080', SESSION_HOURS: '8', LOG_LEVEL: 'WARN' });
    expect(config).toMatchObject({ PORT: 8080, SESSION_HOURS: 8, LOG_LEVEL: 'warn' });
  });

  it.each([
    ['DATABASE_URL', 'localhost/par', 'must look like postgres://user:password@host:5432/name'],
    ['DATABASE_URL', 'mysql://localhost/par', 'must look like postgres://'],
    ['DATABASE_URL', '', 'must look like postgres://'],
    ['DATABASE_URL', 'postgres://par:a#b@localhost/par', 'must look like postgres://'],
    ['REDIS_URL', 'localhost:6379', 'must look like redis://host:6379'],
    ['REDIS_URL', '', 'must look like redis://host:6379'],
    ['SMTP_URL', 'mail.example.vn', 'must look like smtp://user:password@host:587'],
    ['SMTP_URL', 'smtp://user:a/b@mail.example.vn', 'must look like smtp://user:password@host:587'],
    ['PUBLIC_URL', 'par.example.vn', 'must look like https://par.example.vn'],
    ['PUBLIC_URL', 'ftp://par.example.vn', 'must look like https://par.example.vn'],
    ['MAIL_FROM', 'PAR Tracker', 'must be a mail address'],
    ['SAMPLE_PASSWORD', 'short', 'must have at least 8 characters'],
    ['NODE_ENV', 'staging', 'must be one of the following values: development, test, production'],
    ['LOG_LEVEL', 'loud', 'must be one of the following values: fatal, error, warn'],
    ['PORT', '65536', 'must not be greater than 65535'],
    ['PORT', '-1', 'must not be less than 0'],
    ['PORT', 'http', 'must be an integer number'],
    ['REDIS_PREFIX', 'par:{1}', 'must match'],
    ['SESSION_HOURS', '0', 'must not be less than 1'],
    ['SESSION_HOURS', '721', 'must not be greater than 720'],
    ['DATABASE_POOL', '1', 'must not be less than 2'],
    ['DATABASE_POOL', '201', 'must not be greater than 200'],
    ['RATE_LIMIT', '0', 'must not be less than 1'],
    ['RATE_LIMIT', '1.5', 'must be an integer number'],
    ['SIGN_IN_RATE_LIMIT', '0', 'must not be less than 1'],
  ])('refuses %s=%s: %s', (name, value, advice) => {
    const lines = adviceFor({ [name]: value }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${name}: `);
    expect(lines[1]).toContain(advice);
  });

  it('names all bad values at once', () => {
    const advice = adviceFor({ PORT: 'x', REDIS_URL: 'y', MAIL_FROM: 'z', DATABASE_URL: '' });
    for (const name of ['PORT', 'REDIS_URL', 'MAIL_FROM', 'DATABASE_URL']) {
      expect(advice).toContain(`\n  ${name}: `);
    }
  });

  it('does not repeat a secret in its advice', () => {
    const advice = adviceFor({
      DATABASE_URL: 'postgres//par:Bi-mat-1@localhost/par',
      REDIS_URL: 'redis//:Bi-mat-2@localhost',
      SMTP_URL: 'smtp//par:Bi-mat-3@localhost',
      SAMPLE_PASSWORD: 'Bi-mat4',
    });
    expect(advice.split('\n')).toHaveLength(5);
    expect(advice).not.toMatch(/bi-mat/i);
  });
});
