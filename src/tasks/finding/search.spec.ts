import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';

describe('the search of tasks', () => {
  let par: Par;
  let committee: HttpClient;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    const planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    const leadUnitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    const add = async (code: string, titleVi: string, deliverableVi?: string, sourceNumber?: string) => {
      const task = { planId, leadUnitId, code, titleVi, deliverableVi, sourceNumber };
      expect((await committee.post('/tasks', task)).status).toBe(201);
    };
    await add('S-1', 'Đường dây nóng zebra tiếp nhận phản ánh');
    await add('S-2', 'Bố trí nóng dây zebra', 'Báo cáo tổng kết', '77/KH-ZB');
    await add('S-3', 'Tỷ lệ zebra đạt 50% trở lên');
    await add('S-4', 'Tỷ lệ zebra đạt 500 điểm, mục a_b');
    await add('S-5', 'Ghi chú zebra\\phụ lục');
  });

  afterAll(() => par.close());

  const find = async (q: string) => {
    const { body, status } = await committee.get(`/tasks?q=${encodeURIComponent(q)}&sort=code`);
    expect(status).toBe(200);
    return body.items.map(({ code }: { code: string }) => code).join(' ');
  };

  it.each([
    ['zebra', 'S-1 S-2 S-3 S-4 S-5'],
    ['zebra nóng dây', 'S-1 S-2'],
    ['DAY nong ZEBRA', 'S-1 S-2'],
    ['"dây nóng" zebra', 'S-1'],
    ['zebra “nong day”', 'S-2'],
    ['zebra "dây nóng', 'S-1 S-2'],
    ['đường zebra', 'S-1'],
    ['ĐUONG zebra', 'S-1'],
    ['duong zebra', 'S-1'],
    ['Đường zebra'.normalize('NFD'), 'S-1'],
    ['zebra tổng kết', 'S-2'],
    ['77/kh-zb', 'S-2'],
    ['s-2', 'S-2'],
    ['zebra 50%', 'S-3'],
    ['zebra 50％', 'S-3'],
    ['zebra a_b', 'S-4'],
    ['zebra ___', ''],
    ['zebra＿', ''],
    ['zebra\\', 'S-5'],
    ['zebra nothing', ''],
    ['"', '2023-019'],
  ])('%s finds %s', async (q, codes) => {
    expect(await find(q)).toBe(codes);
  });

  it('takes twenty words and refuses more, by name', async () => {
    const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');
    expect(await find(words(20))).toBe('');
    const { status, body } = await committee.get(`/tasks?q=${words(21)}`);
    expect([status, body.errors[0].path, body.errors[0].code]).toEqual([400, 'q', 'tooManyWords']);
  });
});
