import { Injectable } from '@nestjs/common';
import type { Change } from '../../platform/change/change';
import type { DomainEvent } from '../../platform/outbox/outbox';
import { Subscribes } from '../../platform/outbox/subscriptions';
import { Derivation } from './derivation';
import { deriveEvent, type TaskEvent } from './derive-event';
import { askForReconcile } from './reconcile';

/** Which events of a task are told as such. */
const toldAs: Record<string, TaskEvent['kind'] | undefined> = {
  'task.assigned': 'assigned',
  'task.responsible_changed': 'assigned',
  'task.submitted': 'submitted',
  'task.returned': 'returned',
  'extension.requested': 'extension_requested',
  'extension.decided': 'extension_decided',
  'direction.given': 'direction_given',
  'direction.answered': 'direction_answered',
  'comment.mentioned': 'mentioned',
};

/** Listens to the rooms below. */
@Injectable()
export class TaskEvents {
  constructor(private readonly derivation: Derivation) {}

  @Subscribes(
    'task.assigned',
    'task.due_changed',
    'task.responsible_changed',
    'task.submitted',
    'task.returned',
    'task.accepted',
    'task.cancelled',
    'task.reopened',
    'extension.requested',
    'extension.decided',
  )
  async onTask(event: DomainEvent, change: Change): Promise<void> {
    await this.derivation.derive(change, [text(event.payload, 'taskId')]);
    if (toldAs[event.topic]) await this.onWord(event, change);
  }

  /** What people say about a task moves none of its deadlines. */
  @Subscribes('direction.given', 'direction.answered', 'comment.mentioned')
  async onWord({ topic, payload }: DomainEvent, change: Change): Promise<void> {
    const taskId = text(payload, 'taskId');
    const version = Number(payload.version);
    if (!Number.isInteger(version)) throw new Error(`${topic} carries no version`);
    const subjectId = String(payload.extensionId ?? payload.directionId ?? payload.commentId ?? taskId);
    await deriveEvent(change.manager, { kind: toldAs[topic]!, taskId, version, subjectId }, change.now);
  }

  /** Too many tasks for the relay's transaction; nothing wrong is told meanwhile, since a telling looks again. */
  @Subscribes('plan.closed', 'calendar.changed', 'reminder_rule.changed')
  async onMany(_: DomainEvent, change: Change): Promise<void> {
    await askForReconcile(change.manager);
  }
}

function text(payload: DomainEvent['payload'], name: string): string {
  const value = payload[name];
  if (typeof value !== 'string') throw new Error(`The event carries no ${name}`);
  return value;
}
