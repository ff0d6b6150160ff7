// The floor: the same statements, prepared, behind bare Fastify routes, and nothing else: no sign-in, no checks, no
// rules. Takes {path: [{text, values}]} and the write's statements from the file named in BENCH_STATEMENTS.
import Fastify from 'fastify';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';

const { BENCH_STATEMENTS, DATABASE_URL, DATABASE_POOL, PORT } = process.env;
const { reads, write } = JSON.parse(readFileSync(BENCH_STATEMENTS, 'utf8'));
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL) });
for (const plain of [pg.types.builtins.DATE]) pg.types.setTypeParser(plain, (text) => text);
for (const number of [pg.types.builtins.NUMERIC, pg.types.builtins.INT8])
  pg.types.setTypeParser(number, Number);

const named = (statement) => ({
  ...statement,
  name: createHash('sha1').update(statement.text).digest('base64url'),
});
const prepare = ({ text, values }) => (values.length > 0 ? named({ text, values }) : { text });
const read = new Map(Object.entries(reads).map(([path, statements]) => [path, statements.map(prepare)]));
const change = write.statements.map(prepare);
const changeValues = JSON.stringify(write.statements.map(({ values }) => values));

const fastify = Fastify();

fastify.get('/*', async (request) => {
  let rows;
  for (const statement of read.get(request.url)) ({ rows } = await pool.query(statement));
  return request.url.includes('?') ? { items: rows.slice(0, 50), nextCursor: 'x' } : rows[0];
});

/** The change that was recorded, for the task in the path; ids that were made for it are made anew. */
fastify.post('/api/v1/tasks/:id/progress', async (request) => {
  const made = write.fresh.reduce((text, id) => text.replaceAll(id, uuidv7()), changeValues);
  const values = JSON.parse(made.replaceAll(write.taskId, request.params.id));
  const client = await pool.connect();
  try {
    let answer;
    for (const [n, statement] of change.entries()) {
      const { rows } = await client.query({ ...statement, values: values[n] });
      if (n === write.answer) [answer] = rows;
    }
    return answer;
  } finally {
    client.release();
  }
});

await fastify.listen({ port: Number(PORT), host: '127.0.0.1' });
console.log('Listening');
process.once('SIGTERM', () => process.exit(0));
