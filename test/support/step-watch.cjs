// Loaded before a worker. It watches what the process says to PostgreSQL and to the mail server, and at a chosen
// place notes it in a file and ends the process as a power cut would: no handler of the worker runs.
const { appendFileSync } = require('node:fs');
const { Socket } = require('node:net');
const { Client } = require('pg');

/** What is watched: regular expressions as text (see test/support/worker-process.ts); statements with their values after `--`. */
const step = JSON.parse(process.env.STEP_WATCH);
const statement = step.statement && new RegExp(step.statement, 'is');
const having = step.having && new RegExp(step.having, 'is');
const said = step.says && new RegExp(step.says, 'i');
let seen = 0;

function reached(what) {
  seen += 1;
  appendFileSync(step.note, `${process.pid} ${seen} ${what.replace(/\s+/g, ' ').slice(0, 200)}\n`);
  if (!step.kills || seen < step.nth) return;
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

const transactions = new WeakMap();
const query = Client.prototype.query;
Client.prototype.query = function (...args) {
  const text = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '');
  const values = args[0]?.values ?? args[1];
  const whole = Array.isArray(values) ? `${text} -- ${JSON.stringify(values)}` : text;
  if (/^\s*(START TRANSACTION|BEGIN)/i.test(text)) transactions.set(this, []);
  const earlier = transactions.get(this) ?? [];
  const is = statement?.test(whole) && (!having || earlier.some((one) => having.test(one)));
  earlier.push(text);
  if (/^\s*(COMMIT|ROLLBACK)\s*$/i.test(text)) transactions.delete(this);
  if (is && step.when === 'before') reached(text);
  const result = query.apply(this, args);
  if (!is || step.when !== 'after' || typeof result?.then !== 'function') return result;
  return result.then((rows) => {
    // A statement that found nothing has not done the step.
    if (/^\s*(COMMIT)/i.test(text) || rows?.rowCount > 0) reached(text);
    return rows;
  });
};

const write = Socket.prototype.write;
Socket.prototype.write = function (chunk, ...rest) {
  const is = said?.test(String(chunk));
  if (is && step.when === 'middle' && step.kills && seen + 1 === step.nth)
    return write.call(this, chunk.slice(0, chunk.length / 2), () => reached(String(chunk)));
  if (is) reached(String(chunk));
  return write.call(this, chunk, ...rest);
};
