import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module';
import { TasksModule } from '../tasks/tasks.module';
import { AnalysesController } from './analysis/analyses.controller';
import { ConcludeSession } from './session/conclude-session';
import { HoldSession } from './session/hold-session';
import { SessionsController } from './session/sessions.controller';

/** Where people conclude from the figures: why points were lost, what is overdue, and who does what about it. */
@Module({
  imports: [TasksModule, ReportsModule],
  controllers: [AnalysesController, SessionsController],
  providers: [HoldSession, ConcludeSession],
})
export class ReviewsModule {}
