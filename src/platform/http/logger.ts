import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';

/** One structured line per event; values that could carry a secret are struck out. */
export function createLogger(level: string, processName: string): Logger {
  return pino({
    level,
    base: { process: processName },
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'],
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
