import type { FieldError } from '../../platform/errors/problem';
import type { EditionHead } from './edition';
import { fault } from './import-faults';
import { rawNodesOf, readEdition, type ReadEdition } from './read-edition';
import { readHead, type OwnIndex } from './read-head';

const ownFields = [
  ...[
    'index',
    'level',
    'year',
    'nameVi',
    'nameEn',
    'decision',
    'basis',
    'illustrative',
    'label',
    'labelVi',
    'labelEn',
  ],
  ...['totals', 'baselineYear', 'conventions', 'ruleSemantics', 'fields'],
];
const nodeFields = [
  ...[
    'code',
    'level',
    'nameVi',
    'nameEn',
    'maxPoints',
    'method',
    'rule',
    'source',
    'taskMeasure',
    'taskScope',
  ],
  ...['quantity', 'ownerUnitCode', 'baselineScore', 'criteria', 'components', 'children'],
];

/**
 * A set of criteria as JSON, in the shape of data/working-set-2023.json. Scores named `illustrativeScore<year before>`
 * are read as the baseline. Fields it does not know are refused by name, so that a misspelt one is not lost.
 */
export function readEditionJson(body: unknown, index: OwnIndex): ReadEdition & { head: EditionHead } {
  const faults: FieldError[] = [];
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  refuseUnknown(given, ownFields, '', faults);
  const baselineYear = given.baselineYear ?? (typeof given.year === 'number' ? given.year - 1 : undefined);
  const head = readHead({ ...given, baselineYear }, index, faults);
  const scoreField = `illustrativeScore${typeof baselineYear === 'number' ? baselineYear : ''}`;
  const raw = rawNodesOf(given.fields, faults).map((node) => {
    refuseUnknown(node.cells, [...nodeFields, scoreField], `${node.path}.`, faults);
    return { ...node, cells: { baselineScore: node.cells[scoreField], ...node.cells } };
  });
  const read = readEdition(raw, head.totals, faults);
  const hasBaseline = read.nodes.some((node) => node.baselineScore !== null);
  return { ...read, head: { ...head, baselineYear: hasBaseline ? head.baselineYear : null } };
}

function refuseUnknown(given: object, known: readonly string[], prefix: string, faults: FieldError[]): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) faults.push(fault(`${prefix}${name.slice(0, 60)}`, 'unknown_field'));
  }
}
