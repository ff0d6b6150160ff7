import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Authenticator } from '../../platform/access/access.guard';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Notices } from '../../platform/database/notices';
import { commonProblem } from '../../platform/errors/common-problems';
import { changedPictures } from './live-inbox.queries';
import { liveLooks, liveStreams } from './live-metrics';
import { LivePace } from './live-pace';
import { LiveStream } from './live-stream';
import { liveProblem } from './live.problems';

/**
 * The inboxes that are followed live through this process. A trigger notifies of every change of any inbox and says
 * nothing more; at a notice, one query looks what has changed for all who follow (decision 0032).
 */
@Injectable()
export class LiveInboxes implements BeforeApplicationShutdown {
  private readonly log = new Logger('LiveInboxes');
  private readonly streams = new Map<string, Set<LiveStream>>();
  private readonly notices: Notices;
  private slowLook?: NodeJS.Timeout;
  private count = 0;
  private asked = false;
  private looking?: Promise<void>;
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly modules: ModuleRef,
    private readonly clock: Clock,
    private readonly pace: LivePace,
    config: Config,
  ) {
    this.notices = new Notices(config.DATABASE_URL, 'notifications_changed', () => this.ask());
  }

  /** Answers with the person's own inbox until one side ends it. Refuses before the first byte, or not at all. */
  async follow(userId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.requireRoom(userId);
    const stream = new LiveStream(userId, request, reply, (ended) => this.remove(ended));
    this.add(stream);
    try {
      this.notices.arrive();
      const [first] = await changedPictures(this.dataSource, [{ userId, known: null }]);
      if (this.closed) throw commonProblem('unavailable');
      stream.begin(first);
    } catch (error) {
      this.remove(stream);
      throw error;
    }
    // What came between the first picture and its sending.
    this.ask();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearInterval(this.slowLook);
    for (const own of this.streams.values()) own.forEach((stream) => stream.end());
    await this.notices.close();
    await this.looking;
  }

  private requireRoom(userId: string): void {
    if (this.closed) throw commonProblem('unavailable');
    const { ofOne, ofAll } = this.pace;
    if ((this.streams.get(userId)?.size ?? 0) >= ofOne) throw liveProblem('live.too_many', { most: ofOne });
    if (this.count >= ofAll) throw liveProblem('live.full');
  }

  private add(stream: LiveStream): void {
    const own = this.streams.get(stream.userId) ?? new Set();
    this.streams.set(stream.userId, own.add(stream));
    this.count += 1;
    liveStreams.inc();
    stream.heart = setInterval(() => void this.keep(stream), this.pace.heartbeat).unref();
    this.slowLook ??= setInterval(() => this.ask(), this.pace.slowLook).unref();
  }

  private remove(stream: LiveStream): void {
    const own = this.streams.get(stream.userId);
    if (!own?.delete(stream)) return;
    clearInterval(stream.heart);
    if (own.size === 0) this.streams.delete(stream.userId);
    this.count -= 1;
    liveStreams.dec();
  }

  /** Any number of askings during a look and the rest after it are one. */
  private ask(): void {
    this.asked = true;
    if (this.looking || this.closed) return;
    this.looking = this.lookWhileAsked().finally(() => {
      this.looking = undefined;
      if (this.asked && this.count > 0) this.ask();
    });
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.asked && !this.closed && this.count > 0) {
      this.asked = false;
      const begun = performance.now();
      await this.look().catch((error: Error) => this.log.warn(`Live inboxes did not look: ${error.message}`));
      const took = performance.now() - begun;
      // A slow database is not asked all the time: looking takes a fifth of it at most.
      if (!this.closed) await rest(Math.max(this.pace.betweenLooks - took, 4 * took));
    }
  }

  private async look(): Promise<void> {
    liveLooks.inc();
    const people = [...this.streams].map(([userId, own]) => ({ userId, known: knownToAll(own) }));
    for (const picture of await changedPictures(this.dataSource, people)) {
      for (const stream of this.streams.get(picture.userId) ?? []) stream.show(picture);
    }
  }

  /** The gate that let it in is asked again. */
  private async keep(stream: LiveStream): Promise<void> {
    try {
      // Identity stands in every HTTP process, and only there is anybody followed.
      const authenticator = this.modules.get(Authenticator, { strict: false });
      const actor = await authenticator.authenticate(stream.request, this.clock.now());
      if (actor?.userId !== stream.userId) return stream.end();
    } catch {
      // Not to be asked just now: the line stays, the next beat asks again.
    }
    stream.beat();
  }
}

/** The picture that all of a person's pages show, null where they differ. */
function knownToAll(own: ReadonlySet<LiveStream>): string | null {
  const known = new Set([...own].map((stream) => stream.known));
  return known.size === 1 ? [...known][0] : null;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
