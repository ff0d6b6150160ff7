import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DIST = resolve(__dirname, '../../web/dist');

/** Serves the built page: hashed assets for a year, the page itself fresh. Client routes all answer with the page. */
export async function serveWeb(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(DIST, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: join(DIST, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  });
  const page = (_: FastifyRequest, reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', DIST);
  for (const path of [
    '/',
    '/sign-in',
    '/tasks',
    '/tasks/*',
    '/reports',
    '/reports/*',
    '/indexes',
    '/inbox',
  ]) {
    fastify.get(path, page);
  }
}
