import { uuidv7 } from 'uuidv7';
import type { Caller } from '../../../src/platform/access/caller';
import { Changes } from '../../../src/platform/change/changes';
import { addDays, type Day } from '../../../src/platform/clock/day';
import { directAct } from '../../../src/tasks/directions/direct-act';
import { EditTasks } from '../../../src/tasks/task/edit-tasks';
import type { ChangeTask } from '../../../src/tasks/task/task.requests';
import {
  acceptAct,
  ActOnTask,
  cancelAct,
  decideExtensionAct,
  progressAct,
  requestExtensionAct,
  returnAct,
  submitAct,
  type Act,
} from '../../../src/tasks/tasks.api';
import { assignAct } from '../../../src/tasks/acts/completion-acts';
import type { Person, Step, StepKind } from './steps';
import type { Facts, TaskTruth } from './task-truth';
import type { World } from './world';

/** An act on its way: how it is done, what it changes if it is taken, and how many events that announces. */
interface Deed {
  run: (caller: Caller, version: number | null) => Promise<unknown>;
  changed: Partial<Facts>;
  events: number;
  /** Also to be remembered when it is taken. */
  remember?: () => void;
}

const usual: Record<StepKind, Person> = {
  assign: 'committee',
  progress: 'lead',
  submit: 'lead',
  accept: 'committee',
  return: 'committee',
  cancel: 'committee',
  requestExtension: 'lead',
  decideExtension: 'committee',
  direct: 'leader',
  rename: 'committee',
  moveLeadUnit: 'committee',
  staff: 'lead',
  setDueDate: 'committee',
  coordinate: 'committee',
  link: 'committee',
};

export function actorOf(world: World, truth: TaskTruth, step: Step) {
  return world.actor(step.who ?? usual[step.kind], truth.now.leadUnitId);
}

export function deedOf(world: World, truth: TaskTruth, step: Step, today: Day): Deed {
  const { app } = world.par;
  const { now, id } = truth;
  const { choice } = step;
  const act = (verb: Act, changed: Partial<Facts>, events: number, remember?: () => void): Deed => ({
    run: (caller, version) =>
      app.get(Changes).run(caller, (change) => app.get(ActOnTask).perform(change, id, version, verb)),
    ...{ changed, events, remember },
  });
  const edit = (input: ChangeTask, changed: Partial<Facts> = input, events = 0): Deed => ({
    run: (caller, version) => app.get(EditTasks).change(caller, id, version ?? truth.version, input),
    changed,
    events: now.state === 'draft' ? 0 : events,
  });
  switch (step.kind) {
    case 'assign':
      return act(assignAct(), { state: 'assigned', assignedOn: today }, 1);
    case 'progress':
      return act(progressAct({ percent: choice % 101 }), { state: 'in_progress', percent: choice % 101 }, 1);
    case 'submit': {
      const documentDate = choice % 3 === 0 ? addDays(today, -(choice % 7)) : null;
      const submittedOn = documentDate ?? today;
      return act(submitAct({ documentDate }), { state: 'submitted', percent: 100, submittedOn }, 1);
    }
    case 'accept':
      return act(acceptAct({}), { state: 'accepted' }, 1, () => truth.settle(today));
    case 'return':
      return act(returnAct({ reason: 'Thiếu' }), { state: 'returned', submittedOn: null }, 1);
    case 'cancel':
      return act(cancelAct({ reason: 'Trùng' }), { state: 'cancelled', submittedOn: null }, 1, () =>
        truth.settle(today),
      );
    case 'direct':
      return act(directAct({ text: 'Khẩn trương' }), {}, 1);
    case 'requestExtension': {
      const [extensionId, asked] = [uuidv7(), addDays(now.dueDate ?? today, (choice % 12) - 2)];
      const request = { id: extensionId, askedOn: today, decidedOn: null, asked };
      const verb = requestExtensionAct(extensionId, { newDueDate: asked, reason: 'Chờ' });
      return act(verb, {}, 1, () => truth.requests.push(request));
    }
    case 'decideExtension': {
      const last = truth.requests.at(-1) ?? { id: uuidv7(), asked: today, decidedOn: null };
      const approved = choice % 4 !== 0;
      const newDueDate = choice % 3 === 0 ? addDays(last.asked, -1) : undefined;
      const verb = decideExtensionAct(
        { id: last.id, requestedDueDate: last.asked },
        { approved, newDueDate, reason: choice % 8 === 0 ? null : 'Xét' },
      );
      const changed = approved ? { dueDate: newDueDate ?? last.asked } : {};
      return act(verb, changed, approved ? 2 : 1, () => (last.decidedOn = today));
    }
    case 'rename':
      return edit(choice % 2 ? { titleVi: `Nhiệm vụ ${choice}` } : { priority: 'high' });
    case 'staff': {
      const unit = choice % 4 === 0 ? world.unitIds[0] : now.leadUnitId;
      const responsibleId = choice % 5 === 0 ? null : world.actor('lead', unit).userId;
      return edit({ responsibleId }, { responsibleId }, responsibleId === now.responsibleId ? 0 : 1);
    }
    case 'setDueDate': {
      const dueDate = choice % 6 === 0 ? null : addDays(today, choice % 15);
      if (dueDate === now.dueDate) return edit({ dueDate }, {});
      return edit({ dueDate }, { dueDate, originalDueDate: dueDate }, 1);
    }
    case 'moveLeadUnit': {
      const leadUnitId = world.unitIds[choice % world.unitIds.length];
      if (leadUnitId === now.leadUnitId) return edit({ leadUnitId }, {});
      const coordinatingUnitIds = now.coordinatingUnitIds.filter((unitId) => unitId !== leadUnitId);
      return edit({ leadUnitId }, { leadUnitId, responsibleId: null, coordinatingUnitIds }, 1);
    }
    case 'coordinate': {
      const coordinatingUnitIds = world.unitIds.filter((_, n) => (choice >> n) % 2 === 1).sort();
      return edit({ coordinatingUnitIds });
    }
    case 'link': {
      const componentIds = world.componentIds.filter((_, n) => (choice >> n) % 2 === 1);
      const add = choice % 5 === 0;
      const linked = add ? [...new Set([...now.componentIds, ...componentIds])].sort() : componentIds;
      return {
        run: (caller, version) => app.get(EditTasks).link(caller, id, version, { componentIds }, add),
        changed: { componentIds: linked },
        events: 0,
      };
    }
  }
}
