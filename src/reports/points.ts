import {
  forecastComponent,
  sumExact,
  type ComponentForecast,
  type CountedTask,
} from '../indexes/indexes.api';
import type { Day } from '../platform/clock/day';
import type { ScoredComponent } from './scored-components';

export interface LinkedTask extends CountedTask {
  componentIds: string[];
}

/** What the components of an edition give and may still give, by all tasks of a year's plans. */
export class Points {
  private readonly forecasts = new Map<string, ComponentForecast>();
  private readonly byComponent = new Map<string, LinkedTask[]>();
  private readonly stakes = new Map<string, number>();
  /** False where the plan lies beyond the reader's scope: then every figure is null. */
  readonly visible: boolean;

  constructor(
    readonly components: ScoredComponent[],
    tasks: LinkedTask[] | null,
    asOf: Day,
  ) {
    this.visible = tasks !== null;
    if (tasks === null) return;
    for (const task of tasks) for (const id of task.componentIds) this.link(task, id);
    for (const component of components) {
      const inScope = component.taskScope === 'plan' ? tasks : this.linkedTo(component.id);
      this.keep(component.id, forecastComponent(component, inScope, asOf, component.entered));
    }
  }

  forecastOf(componentId: string): ComponentForecast | null {
    return this.forecasts.get(componentId) ?? null;
  }

  /** The tasks of the whole plan that work for a component. */
  linkedTo(componentId: string): readonly CountedTask[] {
    return this.byComponent.get(componentId) ?? [];
  }

  /** What is lost if this task never lands, over all components it counts for. */
  stakeOf(taskId: string): number | null {
    return this.visible ? (this.stakes.get(taskId) ?? 0) : null;
  }

  private link(task: LinkedTask, componentId: string): void {
    const list = this.byComponent.get(componentId);
    if (list) list.push(task);
    else this.byComponent.set(componentId, [task]);
  }

  private keep(componentId: string, forecast: ComponentForecast): void {
    this.forecasts.set(componentId, forecast);
    for (const [taskId, points] of forecast.atStake) {
      this.stakes.set(taskId, sumExact([this.stakes.get(taskId) ?? 0, points])!);
    }
  }
}
