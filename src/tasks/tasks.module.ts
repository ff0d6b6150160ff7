import { Module } from '@nestjs/common';
import { ActOnTask } from './acts/act-on-task';
import { CompletionController } from './acts/completion.controller';
import { ExtensionController } from './acts/extension.controller';
import { RecordsController } from './acts/records.controller';
import { EditTasks } from './task/edit-tasks';
import { TasksController } from './task/tasks.controller';

@Module({
  controllers: [TasksController, CompletionController, ExtensionController, RecordsController],
  providers: [EditTasks, ActOnTask],
  exports: [ActOnTask, EditTasks],
})
export class TasksModule {}
