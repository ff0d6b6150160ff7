/** A document with the lines between `<!-- name -->` and `<!-- end of name -->` replaced. */
export function withSection(text: string, name: string, lines: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/faults.md has no place for "${name}".`);
  return `${text.slice(0, from)}${begin}\n\n${lines}\n\n${text.slice(to)}`;
}
