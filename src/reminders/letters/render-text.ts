import { BETWEEN, type Block, type LetterDocument } from './letter-document';

/** A letter as plain text, complete on its own. */
export function renderText({ blocks }: LetterDocument): string {
  return blocks.map(textOf).join('\n\n');
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'words':
    case 'note':
      return block.text;
    case 'foot':
      return `-- \n${block.text}`;
    case 'heading':
      return `${block.text}\n${'='.repeat(Math.min(70, [...block.text].length))}`;
    case 'item':
      return [
        `* ${block.mark ? `[${block.mark}] ` : ''}${block.title}`,
        ...block.lines.map((parts) => `  ${parts.join(BETWEEN)}`),
        `  ${block.link}`,
      ].join('\n');
    case 'table':
      return tableOf(block.columns, block.rows);
    case 'link':
      return `${block.label}: ${block.link}`;
  }
}

/** Line by line, with each figure named: columns do not survive a telephone. */
function tableOf([, ...names]: string[], rows: string[][]): string {
  return rows
    .map(
      ([first, ...figures]) =>
        `- ${first}: ${figures.map((figure, n) => `${names[n]} ${figure}`).join('; ')}`,
    )
    .join('\n');
}
