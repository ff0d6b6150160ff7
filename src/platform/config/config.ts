import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  validateSync,
} from 'class-validator';

/** An address with one of these schemes, and a way to write its password that a parser can read. */
function Address(schemes: RegExp, example: string): PropertyDecorator {
  return ValidateBy({
    name: 'isAddress',
    validator: {
      validate: (value) => typeof value === 'string' && schemes.test(value) && URL.canParse(value),
      defaultMessage: (at) =>
        `${at?.property} must look like ${example}; in a password write # / ? % @ as %23 %2F %3F %25 %40`,
    },
  });
}

/** Everything the environment may set, with its default. Parsed once, at the door of each process. */
export class Config {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  @IsString()
  @MinLength(1)
  HOST = '0.0.0.0';

  @Address(/^postgres(ql)?:\/\/.+/, 'postgres://user:password@host:5432/name')
  DATABASE_URL!: string;

  @Address(/^rediss?:\/\/.+/, 'redis://host:6379')
  REDIS_URL!: string;

  /** Begins every key in Redis, so that several installations can share one. */
  @Matches(/^[\w-]{1,60}$/)
  REDIS_PREFIX = 'par';

  /** Letters written as files, evidence, generated passwords. */
  @IsString()
  @MinLength(1)
  DATA_DIR = '.data';

  /** The address people open in a browser; links in letters begin with it. */
  @IsUrl(
    { require_tld: false, require_protocol: true, protocols: ['http', 'https'] },
    { message: 'PUBLIC_URL must look like https://par.example.vn' },
  )
  PUBLIC_URL = 'http://localhost:3000';

  @IsOptional()
  @Address(/^smtps?:\/\/.+/, 'smtp://user:password@host:587')
  SMTP_URL?: string;

  @IsString()
  @Matches(/@/, { message: 'MAIL_FROM must be a mail address' })
  MAIL_FROM = 'PAR Tracker <par-tracker@localhost.localdomain>';

  @IsOptional()
  @IsString()
  @MinLength(8, { message: 'SAMPLE_PASSWORD must have at least 8 characters' })
  SAMPLE_PASSWORD?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(720)
  SESSION_HOURS = 12;

  @Transform(({ value }) => String(value).toLowerCase())
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  /** Connections each process may open to PostgreSQL. */
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL = 10;

  /** Keeps who is signed in between requests; needs a connection that passes NOTIFY on. */
  @IsIn(['on', 'off'])
  SIGN_IN_CACHE: 'on' | 'off' = 'on';

  /** Requests a minute that one address may make. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  RATE_LIMIT = 3000;

  /** What secrets of webhooks and links in letters follow from; every process needs the same. */
  @IsOptional()
  @IsString()
  @MinLength(32, { message: 'SECRET_KEY must have at least 32 characters' })
  SECRET_KEY?: string;

  /** Whether webhooks may go to programs on this machine itself, such as a bridge to a messenger that runs beside. */
  @IsIn(['on', 'off'])
  WEBHOOK_LOOPBACK: 'on' | 'off' = 'off';

  /** Letters a minute that the mail server takes from all workers together. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LETTERS_A_MINUTE = 300;

  /** Letters a day that one person gets at once; what is beyond waits for the digest. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LETTERS_A_DAY = 20;

  /** Sign-ins a minute that one address may try; a whole province may come through one gateway at eight. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  SIGN_IN_RATE_LIMIT = 120;
}

export class ConfigError extends Error {}

/** Reads and validates the environment; throws ConfigError with one line of advice per bad value. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.keys(environment).filter((name) => environment[name] !== '');
  const config = plainToInstance(Config, Object.fromEntries(known.map((name) => [name, environment[name]])), {
    exposeDefaultValues: true,
  });
  const advice = validateSync(config, { skipMissingProperties: false }).map(
    (error) => `${error.property}: ${Object.values(error.constraints ?? {}).join('; ')}`,
  );
  if (advice.length > 0) throw new ConfigError(`The configuration is not usable.\n  ${advice.join('\n  ')}`);
  return config;
}
