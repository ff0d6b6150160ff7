import type { Day } from '../../../src/platform/clock/day';
import type { Cell, TaskState } from '../../../src/tasks/task/task-status';

/** What the test itself knows of a task. Lists are sorted. */
export interface Facts {
  state: TaskState;
  titleVi: string;
  priority: string;
  leadUnitId: string;
  responsibleId: string | null;
  dueDate: Day | null;
  originalDueDate: Day | null;
  assignedOn: Day | null;
  submittedOn: Day | null;
  percent: number;
  coordinatingUnitIds: string[];
  componentIds: string[];
}

/** A task as a plain list of what stood at the end of each day on which something changed. */
export class TaskTruth {
  readonly days: { day: Day; facts: Facts }[];
  readonly requests: { id: string; askedOn: Day; decidedOn: Day | null; asked: Day }[] = [];
  version = 1;
  journal = 1;
  events: number;

  constructor(
    readonly id: string,
    readonly began: Day,
    facts: Facts,
  ) {
    this.days = [{ day: began, facts }];
    this.events = facts.state === 'draft' ? 0 : 1;
  }

  get now(): Facts {
    return this.days[this.days.length - 1].facts;
  }

  /** Takes what an accepted act changed. Under a clock that was set back it belongs to the day that was open. */
  accept(today: Day, changed: Partial<Facts>, events: number): void {
    this.version += 1;
    this.journal += 1;
    this.events += events;
    const open = this.days[this.days.length - 1];
    const facts = { ...open.facts, ...changed };
    if (JSON.stringify(facts) === JSON.stringify(open.facts)) return;
    if (today > open.day) this.days.push({ day: today, facts });
    else open.facts = facts;
  }

  /** Null before the task began. */
  on(day: Day): Facts | null {
    return this.days.findLast((one) => one.day <= day)?.facts ?? null;
  }

  /** A task that ends has nobody wait for a decision. */
  settle(today: Day): void {
    for (const request of this.requests) request.decidedOn ??= today;
  }

  extensionPendingOn(day: Day): boolean {
    return this.requests.some(
      ({ askedOn, decidedOn }) => askedOn <= day && (decidedOn === null || decidedOn > day),
    );
  }
}

/** The four cells by their definition (docs/glossary.md), for what a report counts. */
export function cellOf({ state, dueDate, submittedOn }: Facts, day: Day): Cell | null {
  if (state === 'draft' || state === 'cancelled') return null;
  if (state === 'accepted') return dueDate === null || submittedOn! <= dueDate ? 'doneOnTime' : 'doneLate';
  return dueDate !== null && day > dueDate ? 'overdue' : 'inTerm';
}
