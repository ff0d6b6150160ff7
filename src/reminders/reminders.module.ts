import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { AlarmWatch } from './alarms/alarm-watch';
import { Alarms } from './alarms/alarms';
import { AlarmsController } from './alarms/alarms.controller';
import { Derivation } from './derive/derivation';
import { FireDays } from './derive/fire-days';
import { KnownCalendar } from './derive/known-calendar';
import { Reconcile } from './derive/reconcile';
import { Rounds } from './derive/rounds';
import { TaskEvents } from './derive/task-events';
import { UnsubscriptionController } from './digest/unsubscription.controller';
import { Unsubscribe } from './digest/unsubscribe';
import { WriteDigests } from './digest/write-digests';
import { WriteReviews } from './digest/write-reviews';
import { NotificationsController } from './inbox/notifications.controller';
import { SnoozeController } from './inbox/snooze.controller';
import { DeliveriesController } from './letters/deliveries.controller';
import { SendLetters } from './letters/send-letters';
import { LiveInboxController } from './live/live-inbox.controller';
import { LiveInboxes } from './live/live-inboxes';
import { LivePace } from './live/live-pace';
import { Sending } from './sending/sending';
import { DeliverEvent } from './webhooks/deliver-event';
import { SendWebhooks } from './webhooks/send-webhooks';
import { WebhookActsController } from './webhooks/webhook-acts.controller';
import { WebhooksController } from './webhooks/webhooks.controller';
import { RemindersController } from './overview/reminders.controller';
import { PreferencesController } from './preferences/preferences.controller';
import { Forecast } from './preview/forecast';
import { PreviewsController } from './preview/previews.controller';
import { RulePreviews } from './preview/preview-rules';
import { TaskPreviews } from './preview/preview-task';
import { DeliveryMetrics } from './metrics/delivery-metrics';
import { ReminderMetrics } from './metrics/reminder-metrics';
import { ReminderRulesController } from './rules/reminder-rules.controller';
import { RuleExceptionsController } from './rules/rule-exceptions.controller';
import { Distances } from './tell/distance';
import { Sweep } from './tell/sweep';
import { Tell } from './tell/tell';

/** Rules → reminder rows → notifications → letters. */
@Module({
  imports: [CalendarModule],
  controllers: [
    ReminderRulesController,
    RuleExceptionsController,
    PreviewsController,
    RemindersController,
    NotificationsController,
    SnoozeController,
    LiveInboxController,
    PreferencesController,
    DeliveriesController,
    AlarmsController,
    UnsubscriptionController,
    WebhooksController,
    WebhookActsController,
  ],
  providers: [
    KnownCalendar,
    FireDays,
    Derivation,
    TaskEvents,
    Forecast,
    RulePreviews,
    TaskPreviews,
    Rounds,
    Reconcile,
    Sweep,
    Distances,
    Tell,
    Sending,
    SendLetters,
    WriteDigests,
    WriteReviews,
    Unsubscribe,
    DeliverEvent,
    SendWebhooks,
    ReminderMetrics,
    DeliveryMetrics,
    Alarms,
    AlarmWatch,
    LivePace,
    LiveInboxes,
  ],
})
export class RemindersModule {}
