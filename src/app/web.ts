import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DIST = resolve(__dirname, '../../web/dist');

/** The addresses of the page's own router (web/src/app/pages.tsx); every other one stays a 404. */
const addresses = ['/', '/sign-in', '/tasks', '/tasks/:id', '/reports', '/reports/:kind', '/inbox'];

/** Serves the built page: hashed assets for a year, the page itself fresh. */
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
    reply.header('cache-control', 'no-cache').sendFile('index.html', DIST, { cacheControl: false });
  for (const address of addresses) fastify.get(address, page);
}
