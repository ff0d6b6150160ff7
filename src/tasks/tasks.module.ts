import { Module } from '@nestjs/common';
import { ActOnTask } from './acts/act-on-task';
import { CompletionController } from './acts/completion.controller';
import { ExtensionController } from './acts/extension.controller';
import { RecordsController } from './acts/records.controller';
import { ActOnMany } from './bulk/act-on-many';
import { BulkController } from './bulk/bulk.controller';
import { CountsController } from './finding/counts.controller';
import { SavedViews } from './finding/saved-views';
import { SavedViewsController } from './finding/saved-views.controller';
import { CommentsController } from './comments/comments.controller';
import { PeopleController } from './comments/people.controller';
import { DirectionsController } from './directions/directions.controller';
import { HistoryController } from './history/history.controller';
import { ExportPlan } from './plans/export/export-plan';
import { ImportPlan } from './plans/import/import-plan';
import { PlanImportController } from './plans/import/plan-import.controller';
import { PlanExportController } from './plans/plan-export.controller';
import { PlansController } from './plans/plans.controller';
import { CoordinationController } from './coordination/coordination.controller';
import { TaskCoordinationController } from './coordination/task-coordination.controller';
import { WriteNotes } from './coordination/write-note';
import { DutiesController } from './duties/duties.controller';
import { DutyTasks } from './duties/create-duty-tasks';
import { EvidenceController } from './evidence/evidence.controller';
import { EvidenceFiles } from './evidence/evidence-files';
import { DeadlineCalendarController } from './feeds/deadline-calendar.controller';
import { Feeds } from './feeds/feeds';
import { FeedsController } from './feeds/feeds.controller';
import { AssignBatches } from './task/assign-batch';
import { BatchController } from './task/batch.controller';
import { EditTasks } from './task/edit-tasks';
import { HandDownParts } from './task/hand-down';
import { HandDownController } from './task/hand-down.controller';
import { TasksController } from './task/tasks.controller';

@Module({
  controllers: [
    PlansController,
    PlanImportController,
    PlanExportController,
    BatchController,
    BulkController,
    CountsController,
    SavedViewsController,
    TasksController,
    HandDownController,
    CoordinationController,
    TaskCoordinationController,
    CompletionController,
    ExtensionController,
    RecordsController,
    HistoryController,
    EvidenceController,
    DirectionsController,
    CommentsController,
    DutiesController,
    FeedsController,
    DeadlineCalendarController,
    PeopleController,
  ],
  providers: [
    EditTasks,
    AssignBatches,
    HandDownParts,
    WriteNotes,
    ActOnTask,
    ActOnMany,
    SavedViews,
    EvidenceFiles,
    ImportPlan,
    ExportPlan,
    DutyTasks,
    Feeds,
  ],
  exports: [ActOnTask, EditTasks, ImportPlan],
})
export class TasksModule {}
