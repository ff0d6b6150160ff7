import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../platform/access/allow';
import { CallerOf, type Caller } from '../platform/access/caller';
import { AuditEntriesRequest } from './audit-entries.requests';
import type { AuditEntryPage } from './audit-entries.presenter';
import { AuditEntries } from './audit-entries.queries';

@Controller('audit/entries')
export class AuditEntriesController {
  constructor(private readonly entries: AuditEntries) {}

  /** The trail in the caller's scope, newest first. */
  @Allow('audit.read')
  @Get()
  list(@CallerOf() caller: Caller, @Query() request: AuditEntriesRequest): Promise<AuditEntryPage> {
    return this.entries.page(caller.actor, request);
  }
}
