import { uuidv7 } from 'uuidv7';
import type { Actor } from '../../src/platform/access/actor';
import { systemCaller, type Caller } from '../../src/platform/access/caller';
import type { Role } from '../../src/platform/access/roles';
import { Changes } from '../../src/platform/change/changes';
import { Problem } from '../../src/platform/errors/problem';
import { OutboxRelay } from '../../src/platform/outbox/relay';
import { Derivation } from '../../src/reminders/derive/derivation';
import { SendLetters } from '../../src/reminders/letters/send-letters';
import { ActOnTask, type Act } from '../../src/tasks/acts/act-on-task';
import { acceptAct, cancelAct, submitAct } from '../../src/tasks/acts/completion-acts';
import { decideExtensionAct, requestExtensionAct } from '../../src/tasks/acts/extension-acts';
import { EditTasks } from '../../src/tasks/task/edit-tasks';
import { TasksModule } from '../../src/tasks/tasks.module';
import { ReminderScene } from '../support/reminder-scene';

/** A reminder scene in which people do to tasks what they do through the API: the verbs of the tasks' room itself. */
export class ActingScene {
  private constructor(
    readonly scene: ReminderScene,
    private readonly officer: Actor,
    private readonly committee: Actor,
  ) {}

  static async open(): Promise<ActingScene> {
    const scene = await ReminderScene.open({}, [TasksModule]);
    await scene.person('second', scene.department);
    const actor = (name: string, role: Role, unitId: string): Actor => ({
      userId: scene.people[name],
      name,
      unitId,
      grants: [{ role, unitId }],
    });
    const officer = actor('officer', 'officer', scene.department);
    return new ActingScene(scene, officer, actor('committee', 'committee', scene.province));
  }

  async extend(taskId: string, newDueDate: string): Promise<void> {
    const id = uuidv7();
    const asked = await this.does(
      this.officer,
      taskId,
      requestExtensionAct(id, { newDueDate, reason: 'Chờ số liệu' }),
    );
    if (!asked) return;
    const decided = decideExtensionAct({ id, requestedDueDate: newDueDate }, { approved: true });
    await this.does(this.committee, taskId, decided);
  }

  async complete(taskId: string): Promise<void> {
    if (await this.does(this.officer, taskId, submitAct({})))
      await this.does(this.committee, taskId, acceptAct({}));
  }

  async cancel(taskId: string): Promise<void> {
    await this.does(this.committee, taskId, cancelAct({ reason: 'Không còn cần' }));
  }

  async reassign(taskId: string, username = 'second'): Promise<void> {
    const input = { responsibleId: this.scene.people[username] };
    const edit = this.scene.module.get(EditTasks, { strict: false });
    await this.whatever(this.committee, (change) => edit.changeWithin(change, taskId, null, input));
  }

  /** Says whether the task allowed it: what has ended cannot be extended, and so on. */
  private does(actor: Actor, taskId: string, act: Act): Promise<boolean> {
    const acts = this.scene.module.get(ActOnTask, { strict: false });
    return this.whatever(actor, (change) => acts.perform(change, taskId, null, act));
  }

  private async whatever(actor: Actor, work: Parameters<Changes['run']>[1]): Promise<boolean> {
    const caller: Caller = { ...systemCaller(this.scene.clock.now(), 'test'), actor };
    try {
      await this.scene.module.get(Changes).run(caller, work);
      return true;
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  /** Several relays at once share the events. */
  async relay(): Promise<void> {
    const relay = this.scene.module.get(OutboxRelay);
    await Promise.all([1, 2, 3, 4].map(() => relay.relay({}, this.scene.clock.now())));
  }

  /** One lane over all that is due. */
  tell(): Promise<void> {
    return this.scene.tellDue();
  }

  deliver(): Promise<void> {
    return this.scene.module.get(SendLetters).sweep();
  }

  /** Derives the tasks once more, as any event of theirs would have it done. */
  derive(taskIds: string[]): Promise<unknown> {
    const derivation = this.scene.module.get(Derivation);
    return this.scene.module
      .get(Changes)
      .run(systemCaller(this.scene.clock.now(), 'test'), (change) => derivation.derive(change, taskIds));
  }
}
