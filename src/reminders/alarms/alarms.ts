import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource, type EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { QUEUE } from '../../platform/queue/jobs';
import { alarmKinds, type AlarmKind, type Seen } from './alarm';
import { alarmWords } from './alarm-words';
import { administrators, beginAlarm, endAlarm, keepAlarm, openAlarms } from './alarms.queries';
import { conditions } from './conditions';
import { readFacts } from './facts';
import { begun, over } from './say-alarm';
import { tellPeople, type Tidings } from './tell-people';

/** Where administrators see the queue. */
export const boardOf = ({ PUBLIC_URL }: Config) => `${PUBLIC_URL.replace(/\/+$/, '')}/admin/queues`;

/** Looks whether something is wrong with the system itself, and tells its administrators: once when it begins, once when it is over. */
@Injectable()
export class Alarms {
  private readonly log = new Logger('Alarms');

  constructor(
    private readonly dataSource: DataSource,
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  async look(): Promise<void> {
    const facts = await readFacts(this.dataSource, this.queue);
    const open = await openAlarms(this.dataSource);
    for (const kind of alarmKinds) {
      const verdict = conditions[kind](facts, open.has(kind));
      if (!verdict && !open.has(kind)) continue;
      await this.changes.run(systemCaller(facts.now, 'alarms'), async ({ manager }) => {
        if (verdict && !open.has(kind)) await this.begin(manager, kind, verdict, facts.now);
        else if (verdict === null) await this.end(manager, kind);
        else await keepAlarm(manager, kind, verdict);
      });
    }
  }

  private async begin(manager: EntityManager, kind: AlarmKind, seen: Seen, now: Date): Promise<void> {
    if (!(await beginAlarm(manager, kind, seen))) return;
    this.log.error(`${alarmWords[kind].what.en}: ${JSON.stringify(seen)}`);
    const since = seen.since ? new Date(seen.since) : now;
    await this.tell(manager, {
      kind: 'alarm',
      ...begun(kind, seen, since, boardOf(this.config)),
      mail: 'by_choice',
    });
  }

  private async end(manager: EntityManager, kind: AlarmKind): Promise<void> {
    const ended = await endAlarm(manager, kind);
    if (!ended) return;
    this.log.log(`Over: ${alarmWords[kind].what.en}`);
    await this.tell(manager, { kind: 'alarm', ...over(kind, ended.begunAt, ended.lastSeenAt), mail: 'none' });
  }

  private async tell(manager: EntityManager, tidings: Tidings): Promise<void> {
    await tellPeople(
      manager,
      await administrators(manager),
      tidings,
      new URL(this.config.PUBLIC_URL).hostname,
    );
  }
}
