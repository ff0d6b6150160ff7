import type { ScoringRule, Tier } from './rule';

/** What is wrong with a rule, as a code that the import's messages name. */
export type RuleFault = 'rule_unknown' | 'rule_parameters';

/**
 * A rule from JSON (`{type: 'pro_rata', floor: 70}`) or from a table cell: the same JSON as text, or the short form
 * `binary`, `pro_rata:70`, `late_penalty:0.5`, `per_item_capped:0.25`, `tiers:100=1;80=0.5`, `survey_percent`, `manual`.
 */
export function readRule(input: unknown): ScoringRule | RuleFault {
  const object = typeof input === 'string' ? fromText(input.trim()) : input;
  if (typeof object !== 'object' || object === null || !('type' in object)) return 'rule_unknown';
  const { type, lateShare, tiers, floor, perItem } = object as Record<string, unknown>;
  switch (type) {
    case 'binary':
    case 'survey_percent':
    case 'manual':
      return { type };
    case 'late_penalty':
      return isWithin(lateShare, 0, 1) ? { type, lateShare } : 'rule_parameters';
    case 'pro_rata':
      return isWithin(floor, 0, 100) ? { type, floor } : 'rule_parameters';
    case 'per_item_capped':
      return isWithin(perItem, 0, 10_000) ? { type, perItem } : 'rule_parameters';
    case 'tiers':
      return areTiers(tiers)
        ? { type, tiers: tiers.map(({ atLeast, share }) => ({ atLeast, share })) }
        : 'rule_parameters';
    default:
      return 'rule_unknown';
  }
}

function isWithin(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}

/** At most twenty tiers; a higher threshold never gives less, so that doing more never costs points. */
function areTiers(value: unknown): value is Tier[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > 20) return false;
  const tiers = value as Tier[];
  if (!tiers.every((tier) => isWithin(tier?.atLeast, 0, 1e6) && isWithin(tier?.share, 0, 1))) return false;
  const rising = [...tiers].sort((a, b) => a.atLeast - b.atLeast);
  return rising.every(
    (tier, n) => n === 0 || (tier.atLeast > rising[n - 1].atLeast && tier.share >= rising[n - 1].share),
  );
}

function fromText(text: string): unknown {
  if (text.startsWith('{')) return fromJson(text);
  const [type, rest = ''] = text.split(/:(.*)/s);
  const number = rest.trim() === '' ? undefined : Number(rest.replace(',', '.'));
  if (type === 'late_penalty') return { type, lateShare: number };
  if (type === 'pro_rata') return { type, floor: number };
  if (type === 'per_item_capped') return { type, perItem: number };
  if (type === 'tiers') return { type, tiers: rest.split(';').map(tierFrom) };
  return { type };
}

function tierFrom(text: string): Tier {
  const [atLeast, share] = text
    .split('=')
    .map((part) => (part.trim() === '' ? NaN : Number(part.replace(',', '.'))));
  return { atLeast, share };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
