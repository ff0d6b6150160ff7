import { HttpException } from '@nestjs/common';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { commonProblem } from '../errors/common-problems';
import { Problem } from '../errors/problem';

/** Broken JSON, oversized bodies and the like come from Fastify with a status of their own. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error)) return commonProblem('unavailable');
  if (error instanceof QueryFailedError)
    return databaseProblem(error as QueryFailedError<Error & { code?: string }>);
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : Number((error as { statusCode?: number })?.statusCode ?? 500);
  if (status === 404) return commonProblem('not_found');
  if (status === 413) return commonProblem('request.too_large');
  if (status === 415) return commonProblem('request.unsupported_type');
  if (status === 429) return commonProblem('request.too_many');
  if (status >= 400 && status < 500) return commonProblem('request.malformed');
  return commonProblem('internal');
}

/** Two requests that raced for the same unique value, or bytes PostgreSQL cannot hold, are the caller's to mend. */
function databaseProblem(error: QueryFailedError<Error & { code?: string }>): Problem {
  const { code } = error.driverError;
  if (code === '23505' || code === '23P01') return commonProblem('conflict');
  // Text that is no day or id reaches a statement only from a forged cursor.
  if (code && ['22021', '22P05', '22P02', '22007', '22008'].includes(code))
    return commonProblem('request.malformed');
  return commonProblem('internal');
}

/** PostgreSQL stops or starts (57P01–57P03), is not reached, or has dropped the connection (08…). */
const AWAY = /^(57P0[1-3]|08...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** node-postgres tells a lost connection and an exhausted pool by words alone. */
const AWAY_WORDS = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when)/;

function isDatabaseAway(error: unknown): boolean {
  // TypeORM gives up a query runner whose connection broke; the next statement in the transaction meets this.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  return AWAY_WORDS.test(String(message)) || AWAY.test(String(code));
}
