import { showDay } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import type { Block, LetterDocument, Tone } from '../letters/letter-document';
import { say } from '../messages/messages';
import type { DigestContent, DigestSection, DigestTask, SectionKind } from './digest-content';
import { linesOf, titleOf } from './shared-blocks';

const tones: Partial<Record<SectionKind, Tone>> = {
  overdue: 'late',
  due_today: 'near',
  due_soon: 'near',
  returned: 'near',
};

/** A digest as a letter. `base` is the address of the system, without a slash at its end. */
export function digestDocument(
  locale: Locale,
  name: string,
  content: DigestContent,
  base: string,
): LetterDocument {
  const day = showDay(content.day);
  const counted = content.sections.map(({ kind, count }) => say(locale, `digest.summary.${kind}`, { count }));
  return {
    locale,
    subject: say(locale, 'digest.subject', { day, summary: counted.join(', ') }),
    blocks: [
      {
        kind: 'words',
        text: `${say(locale, 'letter.greeting', { name })}\n${say(locale, 'digest.intro', { day })}`,
      },
      ...(content.illustrative ? [{ kind: 'note', text: say(locale, 'digest.illustrative') } as const] : []),
      ...unitBlocks(locale, content),
      ...content.sections.flatMap((section) => sectionBlocks(locale, section, content, base)),
      {
        kind: 'foot',
        text: [
          say(locale, 'digest.order'),
          say(locale, 'letter.closing'),
          say(locale, 'digest.why', { link: `${base}/settings` }),
        ].join('\n'),
      },
    ],
  };
}

function unitBlocks(locale: Locale, { units, unitCount }: DigestContent): Block[] {
  if (units.length === 0) return [];
  const more = unitCount - units.length;
  return [
    { kind: 'heading', text: say(locale, 'digest.units'), tone: 'late' },
    {
      kind: 'table',
      columns: [say(locale, 'digest.unit'), say(locale, 'digest.overdue'), say(locale, 'digest.worst')],
      rows: units.map(({ unit, overdue, worstDaysLate }) => [unit[locale], `${overdue}`, `${worstDaysLate}`]),
    },
    ...(more > 0
      ? [{ kind: 'words', text: say(locale, 'digest.more_units', { count: more }) } as const]
      : []),
  ];
}

function sectionBlocks(
  locale: Locale,
  section: DigestSection,
  content: DigestContent,
  base: string,
): Block[] {
  const { kind, count, tasks, words } = section;
  const tone = tones[kind] ?? 'plain';
  const more = count - tasks.length - words.length;
  return [
    {
      kind: 'heading',
      text: say(locale, 'digest.count', { name: say(locale, `digest.section.${kind}`), count }),
      tone,
    },
    ...tasks.map((task) => itemOf(locale, task, tone, base)),
    ...words.map(({ taskId, words: said }): Block => {
      const link = taskId ? `${base}/tasks/${taskId}` : `${base}/inbox`;
      return { kind: 'item', title: said[locale], link, mark: null, lines: [], tone };
    }),
    ...(more > 0
      ? [
          {
            kind: 'link',
            label: say(locale, 'digest.more', { count: more }),
            link: listOf(section.kind, content, base),
          } as const,
        ]
      : []),
  ];
}

function itemOf(locale: Locale, task: DigestTask, tone: Tone, base: string): Block {
  const waits = task.waits.map((each) => say(locale, `digest.waits.${each}`));
  return {
    kind: 'item',
    title: titleOf(locale, task),
    link: `${base}/tasks/${task.taskId}`,
    mark: markOf(locale, task),
    lines: linesOf(locale, task, waits),
    tone,
  };
}

/** That a deadline has come nearer is said by the part in which it stands. */
function markOf(locale: Locale, { news }: DigestTask): string | null {
  if (news.length === 0) return null;
  const worth = news.filter((kind) => !['due_soon', 'due_today', 'overdue'].includes(kind));
  const kinds = worth.map((kind) => say(locale, `kind.${kind}`)).join(', ');
  return kinds ? say(locale, 'digest.new_of', { kinds }) : say(locale, 'digest.new');
}

/** The list in which the rest of a part is found. */
function listOf(kind: SectionKind, { day, horizon }: DigestContent, base: string): string {
  const lists: Record<SectionKind, string> = {
    overdue: '/tasks?cell=overdue',
    due_today: `/tasks?cell=inTerm&from=${day}&to=${day}`,
    due_soon: `/tasks?cell=inTerm&from=${day}&to=${horizon}`,
    returned: '/tasks?state=returned',
    waiting: '/tasks?state=submitted',
    no_progress: '/tasks?cell=inTerm',
    also_new: '/inbox',
  };
  return base + lists[kind];
}
