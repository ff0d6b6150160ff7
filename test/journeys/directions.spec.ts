import { DirectedScene } from '../support/directed-scene';
import { eventually } from '../support/eventually';

/** Through the whole system: HTTP, outbox, worker, inbox. */
describe('a direction from its giver to its answer', () => {
  let scene: DirectedScene;
  let task: string;

  beforeAll(async () => {
    scene = await DirectedScene.open();
    scene.par.clock.set(new Date());
    for (const name of ['leader', 'responsible', 'committee', 'officer'])
      scene.clients[name] = await scene.par.signIn(name);
    await scene.par.startWorker();
    task = await scene.task('NV-1');
  });

  afterAll(() => scene.close());

  const inbox = async (who: string) => (await scene.clients[who].get('/notifications')).body.items;
  const kinds = async (who: string) => (await inbox(who)).map((item: any) => item.kind);

  it('asks the responsible individual, who answers, and the giver hears of it', async () => {
    const id = await scene.direction(task, { text: 'Gửi số liệu quý I' });
    const [asked] = await eventually(() => inbox('responsible'));
    expect(asked).toMatchObject({ kind: 'direction_given', taskId: task });
    expect(asked.titleVi).toContain('leader: “Gửi số liệu quý I”');
    const [mine] = (await scene.clients.responsible.get('/directions?unanswered=true&mine=true')).body.items;
    expect([mine.id, mine.abilities]).toEqual([id, ['answer']]);
    await scene.clients.responsible.post(`/directions/${id}/answer`, { text: 'Đã gửi qua trục liên thông' });
    const [heard] = await eventually(() => inbox('leader'));
    expect(heard).toMatchObject({ kind: 'direction_answered', taskId: task });
    expect(heard.bodyVi).toContain('Đã gửi qua trục liên thông');
    expect((await scene.clients.responsible.get('/directions?unanswered=true&mine=true')).body.items).toEqual(
      [],
    );
  });

  it('a mention reaches each person once, and the writer not at all', async () => {
    const { officer, committee } = scene.people;
    await scene.clients.officer.post(`/tasks/${task}/comments`, {
      text: 'Nhờ Thường trực xem giúp',
      mentionedIds: [officer, committee, committee],
    });
    await eventually(() => inbox('committee'));
    await scene.clients.officer.post(`/tasks/${task}/comments`, {
      text: 'Và lần nữa',
      mentionedIds: [committee],
    });
    await eventually(async () => (await inbox('committee')).length > 1);
    expect(await kinds('committee')).toEqual(['mentioned', 'mentioned']);
    expect(await kinds('officer')).toEqual([]);
  });
});
