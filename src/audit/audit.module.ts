import { Module } from '@nestjs/common';
import { AuditEntriesController } from './audit-entries.controller';
import { AuditVerificationController } from './audit-verification.controller';
import { AuditEntries } from './audit-entries.queries';
import { AuditVerification } from './audit-verification.queries';

/** Reads the trail and proves that it is whole. Nothing here writes. */
@Module({
  controllers: [AuditEntriesController, AuditVerificationController],
  providers: [AuditEntries, AuditVerification],
})
export class AuditModule {}
