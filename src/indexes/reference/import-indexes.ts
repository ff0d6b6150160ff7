import type { Change } from '../../platform/change/change';
import { invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import type { StatedTotals } from '../edition/edition';
import { rawNodesOf, readEdition } from '../edition/read-edition';
import { readHead } from '../edition/read-head';
import { writeEditions, type NewEdition } from '../edition/write-editions';

/** One set of the file index-frameworks.json: what is known of an index's structure in a year. */
export interface Framework {
  code: string;
  year: number;
  nameVi: string;
  nameEn: string;
  scale: string;
  totals?: Record<string, unknown>;
  tree: unknown[];
}

/**
 * Stores the indexes and the sets known of them, as they are: maxima that nobody found stay null. Sets whose points do
 * not contradict themselves are published; a set known only in part stays a draft. Sets already there are left alone.
 */
export async function importIndexes(change: Change, { indexes }: { indexes: Framework[] }): Promise<void> {
  await writeIndexes(change, indexes);
  const stored: { key: string }[] = await change.manager.query(
    `SELECT index_code || ' ' || year AS key FROM edition`,
  );
  const known = new Set(stored.map(({ key }) => key));
  await writeEditions(
    change,
    indexes.filter(({ code, year }) => !known.has(`${code} ${year}`)).map(editionOf),
  );
}

/** An index is named and measured as its newest set says; "published as %" makes it per cent. */
async function writeIndexes(change: Change, frameworks: readonly Framework[]): Promise<void> {
  const newest = new Map<string, Framework>();
  for (const framework of frameworks) {
    const other = newest.get(framework.code);
    if (!other || other.year < framework.year) newest.set(framework.code, framework);
  }
  const rows = [...newest.values()].map(({ code, nameVi, nameEn, scale }) => ({
    code,
    nameVi: withoutRemark(nameVi),
    nameEn: withoutRemark(nameEn),
    unit: scale.includes('%') ? 'percent' : 'points',
  }));
  await change.manager.query(
    `INSERT INTO index (code, name_vi, name_en, unit, position)
     SELECT code, "nameVi", "nameEn", unit, position FROM ROWS FROM
       (jsonb_to_recordset($1::jsonb) AS (code text, "nameVi" text, "nameEn" text, unit text)) WITH ORDINALITY
         AS i(code, "nameVi", "nameEn", unit, position)
     ON CONFLICT (code) DO UPDATE SET name_vi = excluded.name_vi, name_en = excluded.name_en, unit = excluded.unit`,
    [JSON.stringify(rows)],
  );
}

/** "PAR INDEX (ministry set, Decision 876/QĐ-BNV)" → "PAR INDEX": the remark belongs to one set. */
function withoutRemark(name: string): string {
  return name.replace(/ \(.*$/, '');
}

function editionOf(framework: Framework): NewEdition {
  const faults: FieldError[] = [];
  const { code, year, nameVi, nameEn, tree } = framework;
  const decision = /Decision ([^\s,)]+(?: of [\d/]+)?)/.exec(nameEn)?.[1];
  const head = readHead({ year, nameVi, nameEn, decision, totals: totalsOf(framework) }, framework, faults);
  const { nodes } = readEdition(rawNodesOf(tree, faults), head.totals, faults);
  const broken = faults.filter((fault) => fault.code !== 'sum');
  if (broken.length > 0)
    throw invalid(...broken.map((fault) => ({ ...fault, path: `${code} ${year}: ${fault.path}` })));
  return { head, nodes, publish: faults.length === 0 };
}

/** The three levels have other names in SIPAS (contents, groups) and PAPI (dimensions, sub-dimensions). */
function totalsOf({ totals = {} }: Framework): StatedTotals {
  const { appraisalPoints, leaderSurveyPoints, citizenSurveyPoints } = totals;
  return JSON.parse(
    JSON.stringify({
      fields: totals.fields ?? totals.dimensions ?? totals.contents,
      criteria: totals.criteria ?? totals.subDimensions ?? totals.criteriaGroups,
      components: totals.components,
      maxPoints: totals.maxPoints,
      ...(appraisalPoints === undefined
        ? {}
        : {
            byMethod: {
              appraisal: appraisalPoints,
              survey_leaders: leaderSurveyPoints,
              survey_citizens: citizenSurveyPoints,
            },
          }),
    }),
  ) as StatedTotals;
}
