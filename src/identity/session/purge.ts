import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { defineJob, Handles } from '../../platform/queue/job';

export const purgeSignIns = defineJob('identity.purge');

const DAY = 86_400_000;

/** Forgets sessions that have ended and failed sign-ins of days gone by. */
@Injectable()
export class SignInPurge {
  constructor(private readonly database: DataSource) {}

  @Handles(purgeSignIns)
  async purge(_: object, now: Date): Promise<void> {
    await this.database.query('DELETE FROM session WHERE expires_at <= $1', [now]);
    await this.database.query('DELETE FROM sign_in_failure WHERE last_at < $1', [
      new Date(now.getTime() - DAY),
    ]);
  }
}
