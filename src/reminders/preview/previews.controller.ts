import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { RulesPreview, TaskPreview } from './preview.presenter';
import { PreviewRules, PreviewTask } from './preview.requests';
import { RulePreviews } from './preview-rules';
import { TaskPreviews } from './preview-task';

/** Who would be told what, and when. Nothing of a preview stays. */
@ApiTags('reminders')
@Controller()
export class PreviewsController {
  constructor(
    private readonly rules: RulePreviews,
    private readonly tasks: TaskPreviews,
  ) {}

  /** Of a task or a plan, under the rules as they are or under a change that is not saved; a change needs the right to save it. */
  @Allow('reminder.read')
  @HttpCode(200)
  @Post('reminder-rules/preview')
  previewRules(@CallerOf() caller: Caller, @Body() request: PreviewRules): Promise<RulesPreview> {
    return this.rules.preview(caller, request);
  }

  /** Of a task that is about to be assigned; for who may assign it. */
  @Allow('task.assign')
  @HttpCode(200)
  @Post('reminders/preview')
  previewTask(@CallerOf() caller: Caller, @Body() input: PreviewTask): Promise<TaskPreview> {
    return this.tasks.preview(caller, input);
  }
}
