import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { Derivation } from './derive/derivation';
import { FireDays } from './derive/fire-days';
import { KnownCalendar } from './derive/known-calendar';
import { Reconcile } from './derive/reconcile';
import { TaskEvents } from './derive/task-events';
import { NotificationsController } from './inbox/notifications.controller';
import { DeliveriesController } from './letters/deliveries.controller';
import { SendLetters } from './letters/send-letters';
import { RemindersController } from './overview/reminders.controller';
import { ReminderMetrics } from './reminder-metrics';
import { ReminderRulesController } from './rules/reminder-rules.controller';
import { Distances } from './tell/distance';
import { Sweep } from './tell/sweep';
import { Tell } from './tell/tell';

/** Rules → reminder rows → notifications → letters. */
@Module({
  imports: [CalendarModule],
  controllers: [ReminderRulesController, RemindersController, NotificationsController, DeliveriesController],
  providers: [
    KnownCalendar,
    FireDays,
    Derivation,
    TaskEvents,
    Reconcile,
    Sweep,
    Distances,
    Tell,
    SendLetters,
    ReminderMetrics,
  ],
})
export class RemindersModule {}
