import { uuidv7 } from 'uuidv7';
import type { HttpClient } from './http-client';
import { openPar, type Par } from './par';
import { addPerson, addUnit } from './people';

/** A department that leads a task of the plan, a division below it, and the people who hand parts down and work on them. */
export interface Family {
  par: Par;
  planId: string;
  department: string;
  division: string;
  other: string;
  /** The assigner of the plan's tasks. */
  committee: HttpClient;
  /** An officer of the department, who hands down. */
  officer: HttpClient;
  /** Another officer of the department. */
  colleague: HttpClient;
  /** The department's head: a leader there by role. */
  head: HttpClient;
  /** An officer of the division. */
  divisionOfficer: HttpClient;
  /** An officer of another department. */
  stranger: HttpClient;
  people: Record<'colleague' | 'head' | 'divisionOfficer', string>;
  /** Assigns a task of the plan to the department. */
  task(fields?: object): Promise<any>;
  handDown(who: HttpClient, parentId: string, fields?: object): ReturnType<HttpClient['post']>;
}

export async function openFamily(): Promise<Family> {
  const par = await openPar('sample');
  const committee = await par.signIn('committee');
  const planId = (await committee.get('/plans?year=2026')).body.items[0].id as string;
  const unit = async (code: string) => (await committee.get(`/units?q=${code}`)).body.items[0].id as string;
  const [department, other] = [await unit('LS-SNV'), await unit('LS-STC')];
  const division = await addUnit(par.database, 'SNV-CCHC', department);
  const people = {
    colleague: await addPerson(par, { username: 'colleague', unitId: department, role: 'officer' }),
    head: await addPerson(par, { username: 'head', unitId: department, role: 'leader' }),
    divisionOfficer: await addPerson(par, { username: 'division', unitId: division, role: 'officer' }),
  };
  await par.database.query('UPDATE app_user SET is_head = true WHERE id = $1', [people.head]);
  return {
    ...{ par, planId, department, division, other, people, committee },
    officer: await par.signIn('officer-snv'),
    colleague: await par.signIn('colleague'),
    head: await par.signIn('head'),
    divisionOfficer: await par.signIn('division'),
    stranger: await par.signIn('officer-stc'),
    task: async (fields = {}) =>
      (
        await committee.post('/tasks', {
          ...{ planId, code: uuidv7(), titleVi: 'Rà soát thủ tục', leadUnitId: department },
          ...{ dueDate: '2026-12-15', ...fields },
        })
      ).body,
    handDown: (who, parentId, fields = {}) =>
      who.post(`/tasks/${parentId}/parts`, { titleVi: 'Phần việc', dueDate: '2026-12-10', ...fields }),
  };
}
