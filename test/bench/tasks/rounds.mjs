// Rounds of requests, turn and turn about, so that a noisy machine disturbs all alike; what counts are the medians.
import autocannon from 'autocannon';

/**
 * Asks each target in turn, `rounds` times. A target is {name, port, headers, paths} for reads and has `body` for writes.
 * Returns per target {perSecond, p50, p99} and all its rounds.
 */
export async function takeTurns(targets, { rounds, seconds, connections }) {
  const measured = new Map(targets.map(({ name }) => [name, []]));
  // Caches, plans and compiled code: a first round that does not count.
  if (rounds > 1) for (const target of targets) await fire(target, { seconds, connections });
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? targets : [...targets].reverse();
    for (const target of order) measured.get(target.name).push(await fire(target, { seconds, connections }));
  }
  return Object.fromEntries([...measured].map(([name, all]) => [name, medians(all)]));
}

function medians(all) {
  const of = (field) => median(all.map((round) => round[field]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), rounds: all };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function fire({ name, port, headers, paths, body }, { seconds, connections }) {
  let turn = 0;
  const next = () => paths[turn++ % paths.length];
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: [
      {
        method: body ? 'POST' : 'GET',
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        setupRequest: (request) => ({ ...request, path: next() }),
      },
    ],
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || result.requests.total === 0)
    throw new Error(
      `${name}: ${failed} of ${result.requests.total} requests failed (${JSON.stringify(result.statusCodeStats)})`,
    );
  const { total } = result.requests;
  return { perSecond: total / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}
