import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { Logger } from 'pino';
import type { Config } from '../config/config';
import { commonProblem } from '../errors/common-problems';
import { refuseAddress, refuseUnparsed } from './framework-errors';
import { measureRequests } from './metrics';
import { ProblemFilter } from './problem.filter';
import { validationPipe } from './validation';
import { etagOf } from './version';

const MEGABYTE = 1024 * 1024;
export const UPLOAD_LIMIT = 20 * MEGABYTE;

/** The bare HTTP server: limits on every size, a request id, structured logs. */
export function createAdapter(logger: Logger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseUnparsed,
    bodyLimit: 2 * MEGABYTE,
    // 20 MB of evidence over the slow line of a commune; heads must come sooner (Node's own 60 s).
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 200 },
    trustProxy: 'loopback, uniquelocal',
  });
}

/** Everything between the network and the controllers, the same in production and in tests. */
export async function configureHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  app.setGlobalPrefix('api/v1', {
    exclude: ['health/live', 'health/ready', 'metrics', 'admin/queues', 'admin/queues/*path'],
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  measureRequests(fastify);
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id);
    // A private calendar may be kept by its owner and asked for again by its ETag.
    const kept = String(reply.getHeader('cache-control')).startsWith('private');
    if (request.url.startsWith('/api/') && !kept) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  fastify.addHook('preSerialization', sendVersion);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        upgradeInsecureRequests: null,
      },
    },
  });
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1024, globalDecompression: false });
  await app.register(multipart, {
    limits: { files: 1, fileSize: UPLOAD_LIMIT, fields: 20, fieldSize: 64 * 1024 },
  });
  limitSignIns(fastify, config.SIGN_IN_RATE_LIMIT);
  await app.register(rateLimit, {
    max: config.RATE_LIMIT,
    timeWindow: '1 minute',
    errorResponseBuilder: () => commonProblem('request.too_many'),
  });
}

/** The version of the answered thing is its ETag, to be returned as If-Match. */
function sendVersion(
  _: FastifyRequest,
  reply: FastifyReply,
  body: { version?: unknown } | null,
  done: (error: null, body: unknown) => void,
): void {
  if (typeof body?.version === 'number' && !reply.hasHeader('etag'))
    reply.header('etag', etagOf(body.version));
  done(null, body);
}

/** Routes marked `@RouteConfig({ signIn: true })` have a stricter limit per address. */
function limitSignIns(fastify: FastifyInstance, max: number): void {
  fastify.addHook('onRoute', (route) => {
    const config = route.config as { signIn?: boolean; rateLimit?: object } | undefined;
    if (config?.signIn) config.rateLimit = { max, timeWindow: '1 minute' };
  });
}
