import { Injectable, Module } from '@nestjs/common';
import Redis from 'ioredis';
import { Config } from '../config/config';
import { redisOptions } from './redis';

/** Opens the queue's connections, and closes them: Bull leaves to us what it did not open itself. */
@Injectable()
export class QueueConnections {
  private readonly connections: Redis[] = [];

  constructor(private readonly config: Config) {}

  open(): Redis {
    const connection = new Redis(this.config.REDIS_URL, redisOptions());
    connection.on('close', () => forgetSilence(connection));
    this.connections.push(connection);
    return connection;
  }

  close(): void {
    for (const connection of this.connections) connection.disconnect();
  }
}

/** ioredis lets this timer run on when a connection ends: it would end the next one too, and keep the process from ending. */
function forgetSilence(connection: Redis): void {
  const timed = connection as unknown as { socketTimeoutTimer?: NodeJS.Timeout };
  clearTimeout(timed.socketTimeoutTimer);
  timed.socketTimeoutTimer = undefined;
}

@Module({ providers: [QueueConnections], exports: [QueueConnections] })
export class QueueConnectionsModule {}
