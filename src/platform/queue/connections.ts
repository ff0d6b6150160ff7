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
    this.connections.push(connection);
    return connection;
  }

  close(): void {
    for (const connection of this.connections) connection.disconnect();
  }
}

@Module({ providers: [QueueConnections], exports: [QueueConnections] })
export class QueueConnectionsModule {}
