import { Body, Controller, Param, Put } from '@nestjs/common';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { ComponentPath, ValueRequest } from '../index.requests';
import { ComponentValueResponse } from './component-value.presenter';
import { reportValue } from './report-value';

@Controller('indexes/:code/editions/:year/components/:component/value')
export class ComponentValueController {
  constructor(private readonly changes: Changes) {}

  /** Reports the value of a component that tasks do not give. Earlier values stay; the latest by day counts. */
  @Put()
  @Allow('index.read')
  report(
    @Param() path: ComponentPath,
    @Body() request: ValueRequest,
    @CallerOf() caller: Caller,
  ): Promise<ComponentValueResponse> {
    return this.changes.run(caller, (change) => reportValue(change, path, request));
  }
}
