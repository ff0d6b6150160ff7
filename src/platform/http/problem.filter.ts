import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../errors/locale';
import type { Problem } from '../errors/problem';
import { problemOf } from './problem-of';

const log = new Logger('Http');
const RETRY_AFTER_SECONDS = 5;
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Turns every failure into `application/problem+json` (RFC 9457) in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) log.error(`${String(request.id)} ${(error as Error)?.stack ?? String(error)}`);
    sendProblem(problem, request, reply);
  }
}

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const locale = localeOf(request.headers?.['accept-language']);
  if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
  void reply
    .status(problem.status)
    .header('content-type', PROBLEM_TYPE)
    .header('content-language', locale)
    .send(presentProblem(problem, locale, String(request.id)));
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
