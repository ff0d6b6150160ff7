import { ArrayUnique, IsIn, IsArray } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { Flag, Id, Optional, PageRequest, Text } from '../../platform/http/fields';
import { defaultChoice } from '../preferences/letter-choices';
import type { NotificationKind } from '../reminder';

/** What a webhook may hear of: words about tasks. Alarms about the system itself are for its administrators. */
export const webhookKinds = (Object.keys(defaultChoice) as NotificationKind[]).filter(
  (kind) => kind !== 'alarm',
);

const URL_LIMIT = 500;

function Kinds(): PropertyDecorator {
  return applyDecorators(IsArray(), ArrayUnique(), IsIn(webhookKinds, { each: true }));
}

export class WebhooksQuery extends PageRequest {
  /** Only of this very unit. */
  @Optional()
  @Id()
  unitId?: string;

  @Optional()
  @Flag()
  active?: boolean;
}

export class CreateWebhook {
  @Id()
  unitId!: string;

  /** Which program it is. */
  @Text(200)
  name!: string;

  /** https, or http inside a private network; without user, password and fragment. */
  @Text(URL_LIMIT)
  url!: string;

  /** Empty or left out: all kinds. */
  @Optional()
  @Kinds()
  kinds: NotificationKind[] = [];

  @Optional()
  @Flag()
  active: boolean = true;
}

/** What is left out stays. */
export class ChangeWebhook {
  @Optional()
  @Text(200)
  name?: string;

  @Optional()
  @Text(URL_LIMIT)
  url?: string;

  @Optional()
  @Kinds()
  kinds?: NotificationKind[];

  @Optional()
  @Flag()
  active?: boolean;
}
