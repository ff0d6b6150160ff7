import { Logger } from '@nestjs/common';
import { Client } from 'pg';

const BEAT = 1_000;
/** A connection that has not answered for so long may be cut without either end knowing. */
const PATIENCE = 5_000;

/**
 * Hears what PostgreSQL notifies of on a channel, over a connection of its own that is opened at first need. Whoever
 * relies on it asks `arrive()` each time: it is false while notices could be missed, and `lost` is called like a notice.
 */
export class Notices {
  private readonly log = new Logger('Notices');
  private client?: Client;
  private timer?: NodeJS.Timeout;
  private answeredAt = -Infinity;
  private beating?: Promise<void>;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: () => void,
  ) {}

  /** True when every notice of a change that was committed more than `PATIENCE` ago has been heard. */
  arrive(): boolean {
    if (!this.timer && !this.closed) this.start();
    return performance.now() - this.answeredAt < PATIENCE;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    // A connection that is just being opened must not outlive us.
    await this.beating;
    await this.drop();
  }

  private start(): void {
    const beat = () => void (this.beating ??= this.beat().finally(() => (this.beating = undefined)));
    this.timer = setInterval(beat, BEAT).unref();
    beat();
  }

  private async beat(): Promise<void> {
    const begun = performance.now();
    try {
      this.client ??= await this.open();
      await this.client.query('SELECT 1');
      this.answeredAt = begun;
    } catch (error) {
      this.log.warn(`Not listening to ${this.channel}: ${(error as Error).message}`);
      await this.drop();
    }
  }

  private async open(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'par-tracker notices',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    let proved = () => {};
    const proof = new Promise<void>((resolve) => (proved = resolve));
    client.on('notification', () => {
      proved();
      this.heard();
    });
    for (const event of ['error', 'end'] as const) {
      client.on(event, () => void (this.client === client && this.drop()));
    }
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      // A pooler between may accept LISTEN and pass nothing on.
      await client.query(`NOTIFY ${this.channel}`);
      await Promise.race([proof, patience()]);
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
  }

  private async drop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.answeredAt = -Infinity;
    this.heard();
    await client?.end().catch(() => {});
  }
}

function patience(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no notice came through')), PATIENCE).unref();
  });
}
