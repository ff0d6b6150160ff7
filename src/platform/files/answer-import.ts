import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../access/caller';
import type { Problem } from '../errors/problem';
import { presentProblem } from '../http/problem.filter';

/** A POST that takes one file in the form field `file` and answers 200. */
export function PostFile(): MethodDecorator {
  return applyDecorators(
    Post(),
    HttpCode(200),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } }),
  );
}

/** The outcome as it is, or, when a row was rejected and so nothing written, as a problem that carries every row. */
export function answerImport<Outcome extends { summary: { rejected: number } }>(
  reply: FastifyReply,
  caller: Caller,
  outcome: Outcome,
  refusal: (rejected: number) => Problem,
): Outcome {
  if (outcome.summary.rejected === 0) return outcome;
  const problem = refusal(outcome.summary.rejected);
  void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8');
  return { ...presentProblem(problem, caller.locale, caller.requestId), ...outcome };
}
