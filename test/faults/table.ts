import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/source-files';
import { withSection } from './document';
import type { Outcome } from './outcome';
import { play, type Scenario } from './scenario';

const DOCS = join(ROOT, 'docs/faults.md');
/** Scenarios wait more than they work. */
const AT_ONCE = 4;

/** Plays the scenarios of a part of the table, a test for each, and holds the document against what came of them. */
export function tableOf(part: string, scenarios: Scenario[]): void {
  const wanted = scenarios.filter(({ name }) => new RegExp(process.env.FAULT ?? '').test(name));
  const outcomes = new Map<string, Promise<Outcome>>();

  beforeAll(() => {
    const waiting = [...wanted];
    const done = new Map<string, (outcome: Promise<Outcome>) => void>();
    for (const { name } of wanted) {
      const outcome = new Promise<Outcome>((resolve) => done.set(name, resolve));
      outcome.catch(() => undefined);
      outcomes.set(name, outcome);
    }
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const outcome = play(next);
        done.get(next.name)!(outcome);
        await outcome.catch(() => undefined);
      }
    };
    for (let n = 0; n < AT_ONCE; n++) void lane();
  });

  if (wanted.length > 0)
    it.each(wanted.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, scenario) => {
      const outcome = await outcomes.get(name)!;
      const { repeats = 0, within } = scenario;
      expect({ lost: outcome.lost, toldTwice: outcome.toldTwice }).toEqual({ lost: 0, toldTwice: 0 });
      expect(outcome.repeats).toBeLessThanOrEqual(repeats);
      expect(outcome.lateBy).toBeLessThanOrEqual(within);
    });

  afterAll(async () => {
    const lines = await Promise.all(
      wanted.map(async ({ name }) => {
        const outcome = await outcomes.get(name)!.catch(() => undefined);
        const said = outcome
          ? `lost ${outcome.lost}, told twice ${outcome.toldTwice}, repeats ${outcome.repeats}, late by ${outcome.lateBy} s`
          : 'could not be played';
        return `  ${name.padEnd(64)} ${said}`;
      }),
    );
    process.stdout.write(`\nFaults: ${part}\n${lines.join('\n')}\n`);
  });

  it('stand in docs/faults.md as they are', () => {
    const text = readFileSync(DOCS, 'utf8');
    const written = withSection(text, part, rowsOf(scenarios));
    if (process.env.WRITE_DOCS) writeFileSync(DOCS, written);
    else expect(text).toBe(written);
  });
}

/** The rows of one part: what is promised, not what a run measured. */
function rowsOf(scenarios: Scenario[]): string {
  const rows = scenarios.map(({ name, does, repeats = 0, repeatsInWords, within }) => {
    const cells = [
      name,
      does,
      '0',
      '0',
      repeatsInWords ?? (repeats === 0 ? '0' : `≤ ${repeats}`),
      `≤ ${within}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| Fault | What is done | Lost | Told twice | Repeated | Late by (s) |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
