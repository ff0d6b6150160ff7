import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Obstacle } from '../sending/reasons';
import { addressOf, type Reach, type ReceiverAddress } from './receiver-address';

/** What a receiver answered. */
export interface PostAnswer {
  status: number;
  /** At most 2 kB of the body. */
  text: string;
  retryAfter: string | null;
}

const ANSWER_WITHIN_MS = 10_000;
const BODY_LIMIT = 2_048;

/**
 * Posts JSON to a receiver. Redirects are answers like any other; names are looked up once (see addressOf); everything
 * together takes ten seconds at most. Throws what kept the answer from coming.
 */
export async function post(
  url: URL,
  body: string,
  headers: Record<string, string>,
  options: Reach & { answerWithinMs?: number },
): Promise<PostAnswer> {
  const signal = AbortSignal.timeout(options.answerWithinMs ?? ANSWER_WITHIN_MS);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Obstacle('no_answer')), { once: true }),
  );
  late.catch(() => undefined);
  const address = await Promise.race([addressOf(url, options), late]);
  const response = await Promise.race([send(url, address, body, headers, signal), late]);
  // Whoever has answered has answered: of a body that does not end, or breaks, what came counts.
  const text = await beginningOf(response, signal);
  return { status: response.statusCode ?? 0, text, retryAfter: response.headers['retry-after'] ?? null };
}

function send(
  url: URL,
  { address, family }: ReceiverAddress,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup: RequestOptions['lookup'] = (_name, { all }, found) =>
    all ? found(null, [{ address, family }]) : found(null, address, family);
  const sent = {
    ...{
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'PAR-Tracker',
      connection: 'close',
    },
    ...{ ...headers, 'content-length': String(Buffer.byteLength(body)) },
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      { method: 'POST', headers: sent, agent: false, lookup, signal },
      resolve,
    );
    request.on('error', reject);
    request.on('close', () => reject(new Error('The receiver closed the connection without an answer.')));
    request.end(body);
  });
}

function beginningOf(response: IncomingMessage, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = () => {
      response.destroy();
      resolve(Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString('utf8'));
    };
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if ((length += chunk.length) >= BODY_LIMIT) end();
    });
    for (const event of ['end', 'close', 'error']) response.on(event, end);
    signal.addEventListener('abort', end, { once: true });
  });
}
