/** A component's way of scoring (cách chấm), as data of its edition. Shares are fractions of the maximum. */
export type ScoringRule =
  | { type: 'binary' }
  | { type: 'late_penalty'; lateShare: number }
  | { type: 'tiers'; tiers: Tier[] }
  | { type: 'pro_rata'; floor: number }
  | { type: 'per_item_capped'; perItem: number }
  | { type: 'survey_percent' }
  | { type: 'manual' };

/** From `atLeast` (per cent, or a number) on, `share` of the maximum. */
export interface Tier {
  atLeast: number;
  share: number;
}

export const sources = ['linked_tasks', 'reported_value', 'survey'] as const;
export type Source = (typeof sources)[number];

export const taskMeasures = ['done', 'done_on_time'] as const;
export type TaskMeasure = (typeof taskMeasures)[number];

/** `linked`: the tasks linked to the component; `plan`: all tasks of the plan. */
export const taskScopes = ['linked', 'plan'] as const;
export type TaskScope = (typeof taskScopes)[number];

/** What of a component decides its points. Null is unknown. */
export interface Scored {
  maxPoints: number | null;
  rule: ScoringRule | null;
  source: Source | null;
  taskMeasure: TaskMeasure | null;
}
