import type { NewTask } from '../../task/create-tasks';
import { fold } from '../fold';
import { fault, warning, type Finding } from './findings';
import type { Normalisation } from './normalisations';

const MAX_COMPONENTS = 50;

/** Codes of components of the plan's edition; `components` is null where the plan has none. */
export function readComponents(
  text: string,
  components: ReadonlyMap<string, string> | null,
  findings: Finding[],
): string[] {
  if (text === '') return [];
  const codes = [...new Set(text.split(/[;,\s]+/).filter((code) => code !== ''))];
  if (codes.length > MAX_COMPONENTS) {
    findings.push(fault('componentCodes', 'too_many_components', { max: MAX_COMPONENTS }));
    return [];
  }
  if (codes.length > 0 && !components)
    findings.push(fault('componentCodes', 'no_edition', { text: codes[0] }));
  const unknown = components ? codes.filter((code) => !components.has(code)) : [];
  findings.push(...unknown.map((code) => fault('componentCodes', 'unknown_component', { text: code })));
  return codes.filter((code) => components?.has(code));
}

const priorities: Record<string, NewTask['priority']> = {
  high: 'high',
  cao: 'high',
  'uu tien': 'high',
  normal: 'normal',
  thuong: 'normal',
  'binh thuong': 'normal',
  'trung binh': 'normal',
  low: 'low',
  thap: 'low',
};

export function readPriority(text: string, findings: Finding[]): NewTask['priority'] {
  if (text === '') return 'normal';
  const word = fold(text);
  const priority = Object.hasOwn(priorities, word) ? priorities[word] : undefined;
  if (!priority) findings.push(fault('priority', 'unknown_priority', { text }));
  return priority ?? 'normal';
}

const yes = ['co', 'x', 'yes', 'y', 'true', '1', 'v', 'bat buoc', 'can', 'co yeu cau'];
const no = ['khong', 'no', 'n', 'false', '0', '-', 'khong yeu cau', 'khong can'];

/** Whether evidence is asked for. Any other word, such as the name of a report, asks for it too. */
export function readEvidence(text: string, findings: Finding[], normalised: Normalisation[]): boolean {
  if (text === '') return false;
  const word = fold(text.replace(/[✓✔☑]/gu, 'x'));
  const path = 'evidenceRequired';
  if (no.includes(word)) return false;
  if (!yes.includes(word)) findings.push(warning(path, 'evidence_words', { text }));
  else if (!['co', 'yes', 'true'].includes(word))
    normalised.push({ path, how: 'yes_or_no', from: text, to: 'có' });
  return true;
}
