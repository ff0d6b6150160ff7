import { DirectedScene, NEXT_DAY } from '../../../test/support/directed-scene';

describe('the list of directions', () => {
  let scene: DirectedScene;
  /** text → id */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    scene = await DirectedScene.open();
    const [first, second] = [await scene.task('NV-1'), await scene.task('NV-2', { responsible_id: null })];
    const give = async (who: string, task: string, text: string, input: object = {}) => {
      ids[text] = (
        await scene.clients[who].post(`/tasks/${task}/directions`, { text, ...input })
      ).body.directionId;
    };
    await give('leader', first, 'no day');
    await give('leader', first, 'late', { answerBy: '2030-03-01' });
    await give('committee', first, 'soon', { answerBy: '2030-03-20', addresseeId: scene.people.officer });
    await give('committee', first, 'to other unit', {
      answerBy: '2030-03-15',
      addresseeId: scene.people['officer-b'],
    });
    await scene.par.database.query('UPDATE app_user SET is_head = false');
    await give('leader', second, 'to nobody', { answerBy: '2030-03-25' });
    await give('leader', second, 'answered', { answerBy: '2030-03-01' });
    await scene.clients.officer.post(`/directions/${ids.answered}/answer`, { text: 'Rõ' });
    scene.par.clock.set(NEXT_DAY);
  });

  afterAll(() => scene.close());

  const texts = async (who: string, query: string) => {
    const { status, body } = await scene.clients[who].get(`/directions?${query}`);
    return status === 200 ? body.items.map((item: any) => item.text) : status;
  };

  it.each([
    ['officer', '', ['late', 'answered', 'to other unit', 'soon', 'to nobody', 'no day']],
    ['officer', 'unanswered=true', ['late', 'to other unit', 'soon', 'to nobody', 'no day']],
    ['officer', 'unanswered=false', ['answered']],
    ['officer', 'overdue=true', ['late']],
    ['officer', 'unanswered=true&mine=true', ['soon', 'to nobody']],
    ['responsible', 'unanswered=true&mine=true', ['late', 'no day']],
    ['responsible', 'overdue=true&as=addressee', ['late']],
    ['leader', 'unanswered=true&mine=true', ['late', 'to nobody', 'no day']],
    ['leader', 'mine=true', ['late', 'answered', 'to nobody', 'no day']],
    ['leader', 'as=addressee', []],
    ['committee', 'as=giver&unanswered=true', ['to other unit', 'soon']],
    ['auditor', 'mine=true', []],
    ['officer-b', '', ['to other unit']],
    ['helper', '', []],
    ['stranger', '', []],
    ['officer', 'as=nobody', 400],
    ['officer', 'unanswered=perhaps', 400],
    ['officer', 'cursor=xx', 400],
  ])('shows %s, asked for "%s"', async (who, query, expected) => {
    expect(await texts(who, query)).toEqual(expected);
    if (Array.isArray(expected))
      expect((await scene.clients[who].get(`/directions?${query}&count=true&limit=1`)).body.count).toBe(
        expected.length,
      );
  });

  it('pages by key: no row is missed or repeated, also among those without a day', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await scene.clients.committee.get(`/directions?limit=1${cursor}`);
      seen.push(...body.items.map((item: any) => item.text));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(seen).toEqual(['late', 'answered', 'to other unit', 'soon', 'to nobody', 'no day']);
  });

  it('gives the addressee of another unit the name of the task and no more', async () => {
    const [item] = (await scene.clients['officer-b'].get('/directions')).body.items;
    expect(Object.keys(item.task).sort()).toEqual([
      ...['code', 'id', 'leadUnit', 'state', 'titleEn', 'titleVi', 'version'],
    ]);
    for (const path of ['', '/directions', '/history', '/comments', '/people'])
      expect([path, (await scene.clients['officer-b'].get(`/tasks/${item.task.id}${path}`)).status]).toEqual([
        path,
        404,
      ]);
  });
});
