import { ReminderScene } from '../support/reminder-scene';
import { promises } from './promises';

describe('a telling', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    // Without the second lock on the door, so that a failure of the first shows.
    await scene.database.query('ALTER TABLE notification DROP CONSTRAINT notification_reminder_id_key');
  });

  beforeEach(() => scene.clock.set('2030-03-01'));
  afterAll(() => scene.close());

  it.each(Object.entries(promises))('%s', (_, promise) => promise(scene));

  it('moves with its deadline at once: the rows of the old day are void, those of the new one wait', async () => {
    const task = await scene.task('at once', { due_date: '2030-03-04' });
    await scene.reconcile();
    await scene.update(task, `due_date = '2030-06-28', deadline_revision = 2`);
    await scene.happens('task.due_changed', { taskId: task, version: 2 });
    const lines = await scene.lines(task);
    expect(new Set(lines.filter(({ revision }) => revision === 1).map(({ state }) => state))).toEqual(
      new Set(['deadline_moved']),
    );
    const waiting = lines.filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ revision }) => revision)).toEqual(waiting.map(() => 2));
    expect(waiting.map(({ rule, fireOn }) => `${rule} ${fireOn}`)).toEqual(
      expect.arrayContaining(['due_in_7 2030-06-19', 'due_in_3 2030-06-25', 'due_in_1 2030-06-27']),
    );
  });
});
