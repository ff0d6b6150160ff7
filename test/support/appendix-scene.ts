import { addEdition, addNode, addPlan } from './factories';
import type { Answer, HttpClient } from './http-client';
import { openPar, type Par } from './par';
import { addPerson } from './people';
import { dataFile, loadUnits } from './province';
import { workbookOf, type SheetSpec } from './workbook';

/** The province of 3 January 2023 with its committee, an edition with the eight fields, and plans to import into. */
export interface AppendixScene {
  par: Par;
  committee: HttpClient;
  units: Map<string, string>;
  newPlan(columns?: object): Promise<string>;
  /** Imports hand-made sheets as XLSX; a dry run unless `dryRun` is false. */
  send(
    plan: string,
    sheets: SheetSpec | SheetSpec[],
    query?: { dryRun?: boolean; sheet?: string },
  ): Promise<Answer>;
}

export async function openAppendixScene(): Promise<AppendixScene> {
  const par = await openPar('empty');
  par.clock.set('2023-01-03');
  const units = await loadUnits(par.database);
  const editionId = await addEdition(par.database, 2023);
  const { fields } = JSON.parse(dataFile('working-set-2023.json').toString()) as {
    fields: { code: string; nameVi: string; criteria: { components: { code: string }[] }[] }[];
  };
  for (const { code, nameVi, criteria } of fields) {
    await addNode(par.database, editionId, { code, level: 'field', ...{ name_vi: nameVi } });
    for (const component of criteria[0].components.slice(0, 2))
      await addNode(par.database, editionId, { code: component.code });
  }
  await addPerson(par, { username: 'committee', unitId: units.get('20')!, role: 'committee' });
  const committee = await par.signIn('committee');
  let plans = 0;
  return {
    ...{ par, units, committee },
    newPlan: (columns = {}) =>
      addPlan(par.database, units.get('20')!, {
        ...{ code: `KH-${++plans}`, issued_on: '2022-12-28', year: 2023, edition_id: editionId },
        ...columns,
      }),
    send(plan, sheets, { dryRun = true, sheet } = {}) {
      const query = new URLSearchParams({ dryRun: String(dryRun), ...(sheet && { sheet }) }).toString();
      const file = workbookOf(...[sheets].flat());
      return committee.upload(`/plans/${plan}/import?${query}`, 'phụ lục.xlsx', file);
    },
  };
}
