import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config';
import { databaseOptions, endWhenSilent } from './database';

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => {
        const options = databaseOptions(config.DATABASE_URL, config.DATABASE_POOL);
        const extra = { ...(options.extra as object), onConnect: endWhenSilent };
        return { ...options, extra, autoLoadEntities: true, retryAttempts: 3, retryDelay: 1_000 };
      },
    }),
  ],
})
export class DatabaseModule {}
