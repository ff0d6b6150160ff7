import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module';
import { CalendarModule } from '../calendar/calendar.module';
import { IdentityModule } from '../identity/identity.module';
import { IndexesModule } from '../indexes/indexes.module';
import { OrganisationModule } from '../organisation/organisation.module';
import { AccessGuard } from '../platform/access/access.guard';
import { HealthController } from '../platform/http/health.controller';
import { OutboxMetrics } from '../platform/outbox/outbox-metrics';
import { PlatformModule } from '../platform/platform.module';
import { QueueMetrics } from '../platform/queue/queue-metrics';
import { TimetableMetrics } from '../platform/queue/timetable-metrics';
import { RemindersModule } from '../reminders/reminders.module';
import { ReportsModule } from '../reports/reports.module';
import { ReviewsModule } from '../reviews/reviews.module';
import { TasksModule } from '../tasks/tasks.module';
import { QueueBoard } from './queue-board';
import { QueueBoardController } from './queue-board.controller';

export const rooms = [
  PlatformModule,
  CalendarModule,
  OrganisationModule,
  IdentityModule,
  IndexesModule,
  TasksModule,
  RemindersModule,
  ReportsModule,
  ReviewsModule,
  AuditModule,
];

/** The HTTP process: every room's controllers behind one guard. */
@Module({
  imports: rooms,
  controllers: [HealthController, QueueBoardController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    OutboxMetrics,
    QueueMetrics,
    TimetableMetrics,
    QueueBoard,
  ],
})
export class HttpModule {}
