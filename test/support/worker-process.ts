import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../src/platform/config/config';
import { ROOT } from './source-files';

/** A place in a worker's way where it is watched, and ended when `kills` is set (step-watch.cjs). Texts are regular expressions. */
export interface Watched {
  /** Before or after a statement; before or in the middle of what it `says` to a server that is not PostgreSQL. */
  when: 'before' | 'after' | 'middle';
  statement?: string;
  /** Only in a transaction that has already run such a statement. */
  having?: string;
  says?: string;
  /** At which time of passing it is ended. */
  nth: number;
  kills: boolean;
  /** A file that gets a line each time it passes. */
  note: string;
}

export interface WorkerOptions {
  /** Milliseconds by which the wall clock of that process alone is ahead. */
  clockAhead?: number;
  watch?: Watched;
  /** Settings other than those of the scene. */
  settings?: Record<string, string>;
}

/** The real worker in a process of its own, so that it can be killed as no test double can. */
export class WorkerProcess {
  /** Resolves with the signal that ended it, or null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly output: string[],
  ) {
    this.ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  }

  /** One that is ready. */
  static async start(config: Config, options: WorkerOptions = {}): Promise<WorkerProcess> {
    const worker = WorkerProcess.launch(config, options);
    await eventually(
      'the worker is ready',
      () => {
        if (!worker.runs) throw new Error(`The worker ended: ${worker.output.join('')}`);
        return worker.output.join('').includes('The worker is ready');
      },
      120,
    );
    return worker;
  }

  /** One that may be over before it says that it is ready. */
  static launch(config: Config, { clockAhead, watch, settings = {} }: WorkerOptions = {}): WorkerProcess {
    const dist = resolve(ROOT, process.env.TEST_DIST ?? 'dist');
    const program = join(dist, 'worker.js');
    if (!existsSync(program)) throw new Error(`${program} is missing. Build it first: npm run build`);
    const first = [...(clockAhead === undefined ? [] : ['shifted-clock']), ...(watch ? ['step-watch'] : [])];
    const loads = first.flatMap((name) => ['--require', join(ROOT, `test/support/${name}.cjs`)]);
    const known = Object.entries(config).filter(([, value]) => value !== undefined);
    const child = spawn(process.execPath, [...loads, program], {
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(known.map(([name, value]) => [name, String(value)])),
        LOG_LEVEL: 'info',
        CLOCK_AHEAD: String(clockAhead ?? 0),
        STEP_WATCH: watch && JSON.stringify(watch),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
    return new WorkerProcess(child, output);
  }

  get pid(): number {
    return this.child.pid!;
  }

  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** As a power cut ends it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.runs) return;
    this.child.kill(signal);
    await this.ended;
  }

  /** Shifts the clock of one that was started with `clockAhead` and CLOCK_TURNS. */
  turnClock(): void {
    this.child.kill('SIGUSR2');
  }

  /** Lines that tell of failures. */
  get complaints(): string[] {
    return this.output
      .join('')
      .split('\n')
      .filter((line) => /"level":(50|60)/.test(line));
  }
}

/** Waits until `holds` is true; fails with what it waited for. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 30,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
