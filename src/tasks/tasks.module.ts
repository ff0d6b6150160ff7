import { Module } from '@nestjs/common';
import { ActOnTask } from './acts/act-on-task';
import { CompletionController } from './acts/completion.controller';
import { ExtensionController } from './acts/extension.controller';
import { RecordsController } from './acts/records.controller';
import { ImportPlan } from './plans/import/import-plan';
import { PlanImportController } from './plans/import/plan-import.controller';
import { PlanExportController } from './plans/plan-export.controller';
import { PlansController } from './plans/plans.controller';
import { EditTasks } from './task/edit-tasks';
import { TasksController } from './task/tasks.controller';

@Module({
  controllers: [
    PlansController,
    PlanImportController,
    PlanExportController,
    TasksController,
    CompletionController,
    ExtensionController,
    RecordsController,
  ],
  providers: [EditTasks, ActOnTask, ImportPlan],
  exports: [ActOnTask, EditTasks, ImportPlan],
})
export class TasksModule {}
