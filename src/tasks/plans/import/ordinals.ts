/** How deep a line stands in an appendix, by the mark it begins with; a deeper line belongs to the one above it. */
export type Depth = 'number' | 'decimal' | 'letter' | 'bullet';

const depths: Depth[] = ['number', 'decimal', 'letter', 'bullet'];

const marks: [Depth, RegExp][] = [
  ['decimal', /^\d{1,3}(?:\.\d{1,3})+[.:)]?$/],
  ['number', /^\d{1,3}[.:)]?$/],
  ['letter', /^[a-zđ][.:)]?$/],
  ['bullet', /^[-–—+*•]$/],
];

export interface Mark {
  /** 0 for a number, greater for what stands below it. */
  depth: number;
  bullet: boolean;
}

/** The mark of a line, in its own cell or before its title ("a) Rà soát …", "- Công bố …"); null when it has none. */
export function markOf(ordinal: string, title: string): Mark | null {
  const written = ordinal || (/^(\d{1,3}(?:\.\d{1,3})*[.:)]|[a-zđ]\)|[-–—+*•])\s+\S/.exec(title)?.[1] ?? '');
  const found = marks.find(([, pattern]) => pattern.test(written));
  if (!found) return null;
  const dots = found[0] === 'decimal' ? (written.match(/\.\d/g) ?? []).length / 10 : 0;
  return { depth: depths.indexOf(found[0]) + dots, bullet: found[0] === 'bullet' };
}
