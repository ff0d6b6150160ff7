import { addDays, type Day } from '../../src/platform/clock/day';
import { addPlan, addTask, type TaskColumns } from './factories';
import type { Answer, HttpClient } from './http-client';
import { parseIcs, type IcsEvent } from './ics';
import { openPar, type Par } from './par';
import { addPerson, addUnit } from './people';

/** The day on which the scene begins. */
export const TODAY = '2026-11-23';

/** A department with an officer, its head and a plan, where feeds are read; and another department. */
export interface FeedScene {
  par: Par;
  officer: HttpClient;
  province: string;
  unit: string;
  otherUnit: string;
  plan: string;
  officerId: string;
  headId: string;
  /** A new feed of that person; returns the path of its address. */
  feed(who?: HttpClient, name?: string): Promise<string>;
  read(path: string, headers?: Record<string, string>): Promise<Answer>;
  events(path: string): Promise<IcsEvent[]>;
  /** The `code` of each event. */
  codes(path: string): Promise<string[]>;
  /** A task the officer answers for, due so many days from the scene's day. */
  task(code: string, inDays: number, columns?: Partial<TaskColumns>): Promise<string>;
}

export async function openFeedScene(environment: NodeJS.ProcessEnv = {}): Promise<FeedScene> {
  const par = await openPar('empty', { PUBLIC_URL: 'https://par.example.test', ...environment });
  const province = await addUnit(par.database, 'T');
  const [unit, otherUnit] = [
    await addUnit(par.database, 'T.A', province),
    await addUnit(par.database, 'T.B', province),
  ];
  const officerId = await addPerson(par, { username: 'officer', unitId: unit, role: 'officer' });
  const headId = await addPerson(par, { username: 'head', unitId: unit, role: 'officer' });
  await par.database.query('UPDATE app_user SET is_head = true WHERE id = $1', [headId]);
  await addPerson(par, { username: 'committee', unitId: province, role: 'committee' });
  const plan = await addPlan(par.database, province, { code: 'KH', issued_on: '2026-01-01' });
  const officer = await par.signIn('officer');
  const scene: FeedScene = {
    ...{ par, officer, province, unit, otherUnit, plan, officerId, headId },
    async feed(who = officer, name = 'Việc của tôi') {
      const { status, body, text } = await who.post('/deadline-feeds', { name });
      if (status !== 201) throw new Error(text);
      return new URL(body.url).pathname;
    },
    read: (path, headers = {}) => par.http.with(headers).get(path),
    events: async (path) => parseIcs((await scene.read(path)).text).events,
    codes: async (path) => (await scene.events(path)).map(({ summary }) => summary.split(' – ')[0]),
    task(code, inDays, columns = {}) {
      const due: Day = addDays(TODAY, inDays);
      return addTask(par.database, '2026-01-02', {
        ...{ plan_id: plan, lead_unit_id: unit, responsible_id: officerId, code, due_date: due },
        ...columns,
      });
    },
  };
  return scene;
}
