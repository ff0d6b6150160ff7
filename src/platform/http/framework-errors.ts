import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { uuidv7 } from 'uuidv7';
import { commonProblem } from '../errors/common-problems';
import { localeOf } from '../errors/locale';
import { presentProblem, PROBLEM_TYPE, sendProblem } from './problem.filter';

/** What the router cannot take never reaches the filter; it is refused here in the same form. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('x-request-id', request.id).header('cache-control', 'no-store');
  sendProblem(addressProblem(error.code), request, reply);
}

/** A part of the path that is longer than any id names nothing. */
function addressProblem(code: string) {
  if (code === 'FST_ERR_BAD_URL') return commonProblem('request.bad_address');
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return commonProblem('not_found');
  return commonProblem('internal');
}

/** Answers on the bare connection when Node could not read a request at all. */
export function refuseUnparsed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const problem = commonProblem(unparsedCode(error.code));
  const locale = localeOf(languageIn(error as { rawPacket?: Buffer }));
  const requestId = uuidv7();
  const body = JSON.stringify(presentProblem(problem, locale, requestId));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-language: ${locale}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Headers are not parsed here; the bytes that came last may still tell the language. */
function languageIn({ rawPacket }: { rawPacket?: Buffer }): string | undefined {
  return /^accept-language:(.*)$/im.exec(rawPacket?.toString('latin1') ?? '')?.[1];
}

function unparsedCode(code: string | undefined) {
  if (code === 'HPE_HEADER_OVERFLOW') return 'request.headers_too_large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request.timeout';
  return 'request.malformed';
}
