import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../src/platform/config/config';
import { ROOT } from './source-files';

/** The real worker in a process of its own, so that it can be killed as no test double can. */
export class WorkerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: string[],
  ) {}

  /** `clockAhead` (milliseconds) shifts the wall clock of that process alone. */
  static async start(config: Config, { clockAhead = 0 } = {}): Promise<WorkerProcess> {
    const dist = resolve(ROOT, process.env.TEST_DIST ?? 'dist');
    const program = join(dist, 'worker.js');
    if (!existsSync(program)) throw new Error(`${program} is missing. Build it first: npm run build`);
    const shift = ['--require', join(ROOT, 'test/support/shifted-clock.cjs')];
    const child = spawn(process.execPath, [...(clockAhead ? shift : []), program], {
      env: {
        PATH: process.env.PATH,
        CLOCK_AHEAD: String(clockAhead),
        DATABASE_URL: config.DATABASE_URL,
        REDIS_URL: config.REDIS_URL,
        REDIS_PREFIX: config.REDIS_PREFIX,
        DATA_DIR: config.DATA_DIR,
        PUBLIC_URL: config.PUBLIC_URL,
        LOG_LEVEL: 'info',
        ...(config.SMTP_URL ? { SMTP_URL: config.SMTP_URL } : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
    const worker = new WorkerProcess(child, output);
    await eventually('the worker is ready', () => {
      if (child.exitCode !== null) throw new Error(`The worker ended: ${output.join('')}`);
      return output.join('').includes('The worker is ready');
    });
    return worker;
  }

  /** As a power cut ends it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await ended;
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
