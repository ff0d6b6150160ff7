import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';

/** The secret in the address of a private calendar, wherever in a line the address stands. */
const privateAddress = /(\/deadline-feeds\/)[\w%.-]+/g;

/** One structured line per event; values that could carry a secret are struck out. */
export function createLogger(level: string, processName: string): Logger {
  return pino({
    level,
    base: { process: processName },
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'],
    hooks: { streamWrite: (line) => line.replace(privateAddress, '$1[Redacted]') },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** Nest's own messages in the same stream. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.pino.error({ context: context ?? stack }, String(message));
  }

  fatal(message: unknown, context?: string): void {
    this.pino.fatal({ context }, String(message));
  }
}
