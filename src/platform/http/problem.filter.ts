import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { QueryFailedError } from 'typeorm';
import type { CalledRequest } from '../access/caller';
import { commonProblem } from '../errors/common-problems';
import { localeOf } from '../errors/locale';
import { Problem } from '../errors/problem';

const log = new Logger('Http');

/** Turns every failure into `application/problem+json` (RFC 9457) in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<CalledRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) log.error(`${String(request.id)} ${(error as Error)?.stack ?? String(error)}`);
    const locale = localeOf(request.headers?.['accept-language']);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', locale)
      .send(presentProblem(problem, locale, String(request.id)));
  }
}

export function presentProblem(problem: Problem, locale: 'vi' | 'en', requestId: string) {
  return {
    type: 'about:blank',
    status: problem.status,
    code: problem.code,
    title: problem.texts[locale],
    detail: [
      problem.texts[locale],
      ...problem.fields.map((field) => `${field.path}: ${field.texts[locale]}`),
    ].join(' '),
    errors: problem.fields.map(({ path, code, texts }) => ({ path, code, message: texts[locale] })),
    requestId,
  };
}

/** Broken JSON, oversized bodies and the like come from Fastify with a status of their own. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
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
