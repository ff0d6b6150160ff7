// npm run openapi: writes web/src/shared/api/schema.d.ts from the built server's OpenAPI document (npm run build first).
// With --check it only compares, and fails when the file in the tree is no longer what the server says.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { ROOT } from './lib/paths.mjs';
import { fail, Problem } from './lib/problem.mjs';

const FILE = join(ROOT, 'web/src/shared/api/schema.d.ts');
const DIST = process.env.PAR_DIST ?? join(ROOT, 'dist');

/** The document of an application that is only looked at: in preview Nest builds no provider, so nothing connects. */
async function readDocument() {
  const require = createRequire(join(DIST, 'main.js'));
  const load = (name) => require(join(DIST, name));
  if (!existsSync(join(DIST, 'app/http.module.js'))) {
    throw new Problem('The server is not built yet: run "npm run build" first.');
  }
  require('reflect-metadata');
  const { NestFactory } = require('@nestjs/core');
  const { FastifyAdapter } = require('@nestjs/platform-fastify');
  const app = await NestFactory.create(load('app/http.module.js').HttpModule, new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: ['error'],
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  const document = load('app/open-api.js').openApiDocument(app);
  await app.close();
  return document;
}

async function typesOf(document) {
  const text = `// Made by "npm run openapi" from the server's own document. Do not edit.\n${astToString(await openapiTS(document))}`;
  return prettier.format(text, { ...(await prettier.resolveConfig(FILE)), parser: 'typescript' });
}

try {
  const types = await typesOf(await readDocument());
  const present = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const name = relative(ROOT, FILE);
  if (process.argv.includes('--check')) {
    if (types !== present) throw new Problem(`${name} is not what the server says: run "npm run openapi".`);
  } else if (types !== present) {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, types);
    process.stdout.write(`${name} written\n`);
  }
} catch (error) {
  fail(error);
}
