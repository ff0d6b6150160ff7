import { Controller, Get } from '@nestjs/common';
import { Allow } from '../platform/access/allow';
import { CallerOf, type Caller } from '../platform/access/caller';
import type { AuditVerificationAnswer } from './audit-verification.presenter';
import { AuditVerification } from './audit-verification.queries';

@Controller('audit/verification')
export class AuditVerificationController {
  constructor(private readonly verification: AuditVerification) {}

  /** Proves that no entry of the trail was changed, removed or slipped in. */
  @Allow('audit.read')
  @Get()
  verify(@CallerOf() caller: Caller): Promise<AuditVerificationAnswer> {
    return this.verification.verify(caller.now);
  }
}
