import { Module } from '@nestjs/common';
import { ActOnTask } from './acts/act-on-task';
import { CommentsController } from './acts/comments.controller';
import { CompletionController } from './acts/completion.controller';
import { EvidenceController } from './acts/evidence.controller';
import { EvidenceFiles } from './acts/evidence-files';
import { ExtensionController } from './acts/extension.controller';
import { RecordsController } from './acts/records.controller';
import { ImportPlan } from './plans/import/import-plan';
import { PlanImportController } from './plans/import/plan-import.controller';
import { PlanExportController } from './plans/plan-export.controller';
import { PlansController } from './plans/plans.controller';
import { AssignBatches } from './task/assign-batch';
import { BatchController } from './task/batch.controller';
import { EditTasks } from './task/edit-tasks';
import { TasksController } from './task/tasks.controller';

@Module({
  controllers: [
    PlansController,
    PlanImportController,
    PlanExportController,
    BatchController,
    TasksController,
    CompletionController,
    ExtensionController,
    RecordsController,
    EvidenceController,
    CommentsController,
  ],
  providers: [EditTasks, AssignBatches, ActOnTask, EvidenceFiles, ImportPlan],
  exports: [ActOnTask, EditTasks, ImportPlan],
})
export class TasksModule {}
