import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import Redis from 'ioredis';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from './eventually';
import { testServers } from './servers';

/** A Redis of one test's own, so that the test may stop, configure and end it. */
export class RedisServer {
  private constructor(
    private child: ChildProcess,
    private readonly launch: () => ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(...settings: string[]): Promise<RedisServer> {
    const program = await programOfTestRedis();
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'par-redis-'));
    const launch = () =>
      spawn(
        program,
        ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', ...settings],
        { stdio: 'ignore', env: { ...process.env, LD_LIBRARY_PATH: librariesBeside(program) } },
      ).on('error', () => undefined);
    const server = new RedisServer(launch(), launch, folder, `redis://127.0.0.1:${port}`);
    try {
      await server.answers();
    } catch (error) {
      await server.end();
      throw error;
    }
    return server;
  }

  private answers(): Promise<unknown> {
    return eventually(() => this.command('ping').catch(() => ''), 10);
  }

  /** One command on a connection of its own. */
  async command(name: string, ...values: string[]): Promise<unknown> {
    const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await redis.call(name, ...values);
    } finally {
      redis.disconnect();
    }
  }

  /** It keeps its connections and says nothing, as a machine does that has hung. */
  hang(): void {
    this.child.kill('SIGSTOP');
  }

  wake(): void {
    this.child.kill('SIGCONT');
  }

  /** As a power cut ends it: it keeps nothing on disk. */
  async kill(): Promise<void> {
    if (this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null)
      return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Again at the same address, empty. */
  async startAgain(): Promise<void> {
    this.child = this.launch();
    await this.answers();
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The program that the test Redis itself runs, or the one on the path when that one is on another machine. */
async function programOfTestRedis(): Promise<string> {
  const redis = new Redis(testServers().redisUrl);
  try {
    const program = /executable:(\S+)/.exec(await redis.info('server'))?.[1];
    return program && existsSync(program) ? program : 'redis-server';
  } finally {
    redis.disconnect();
  }
}

/** A Redis unpacked into a folder has its libraries in ../lib beside it. */
function librariesBeside(program: string): string {
  const lib = join(dirname(program), '..', 'lib');
  if (!existsSync(lib)) return '';
  return readdirSync(lib)
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join(lib, name))
    .join(':');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
