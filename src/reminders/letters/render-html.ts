import { escaped, Html } from './html';
import { BETWEEN, type Block, type LetterDocument, type Tone } from './letter-document';

const FONT = 'font-family:-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif';
/** Words that find no blank break anywhere rather than widen the letter. */
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';
/** Readable on white and on black: no ground is painted, so that a dark reader may stay dark. */
const [GREY, EDGE, BLUE] = ['#757b83', '#9aa0a8', '#2f7de1'];
const ofTone: Record<Tone, string> = { late: '#d6453d', near: '#b7791f', plain: GREY };
const table = new Html('width="100%" cellpadding="0" cellspacing="0" border="0"');

/** A letter as HTML that every reader shows alike: one column that fits a telephone, tables, inline styles, nothing from elsewhere. */
export function renderHtml({ locale, subject, blocks }: LetterDocument): string {
  return escaped`<!DOCTYPE html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title></head>
<body style="margin:0;padding:0">
<table role="presentation" ${table}><tr><td align="center" style="padding:16px 12px">
<table role="presentation" ${table} style="max-width:640px;${FONT};font-size:16px;line-height:1.5;text-align:left">
${blocks.map(rowOf)}</table>
</td></tr></table>
</body></html>
`.markup;
}

function rowOf(block: Block): Html {
  return escaped`<tr><td style="padding:0 0 12px;${WRAP}">${bodyOf(block)}</td></tr>
`;
}

function bodyOf(block: Block): Html {
  switch (block.kind) {
    case 'words':
      return broken(block.text);
    case 'note':
      return escaped`<div style="border:1px solid ${ofTone.near};border-radius:4px;padding:8px 12px">${broken(block.text)}</div>`;
    case 'foot':
      return escaped`<div style="border-top:1px solid ${EDGE};padding-top:12px;font-size:13px;color:${GREY}">${broken(block.text)}</div>`;
    case 'heading':
      return escaped`<h2 style="margin:12px 0 0;font-size:18px;line-height:1.3${block.tone === 'plain' ? '' : `;color:${ofTone[block.tone]}`}">${block.text}</h2>`;
    case 'item':
      return itemOf(block);
    case 'table':
      return tableOf(block.columns, block.rows);
    case 'link':
      return escaped`<a href="${block.link}" style="color:${BLUE}">${block.label}</a>`;
  }
}

function broken(text: string): Html {
  return escaped`${text.split('\n').map((line, n) => (n === 0 ? line : escaped`<br>${line}`))}`;
}

function itemOf({ title, link, mark, lines, tone }: Block & { kind: 'item' }): Html {
  const sign = mark
    ? [escaped`<span style="color:${ofTone.near};font-size:13px;font-weight:bold">${mark}</span> `]
    : [];
  const said = lines.map((parts, n) => {
    const colour = n === 0 ? '' : `;color:${GREY}`;
    return escaped`<br><span style="font-size:14px${colour}">${parts.join(BETWEEN)}</span>`;
  });
  return escaped`<table role="presentation" ${table}><tr><td style="border-left:4px solid ${ofTone[tone]};padding:0 0 0 12px;${WRAP}">
${sign}<a href="${link}" style="color:${BLUE};font-weight:bold;text-decoration:none">${title}</a>${said}</td></tr></table>`;
}

function tableOf(columns: string[], rows: string[][]): Html {
  const cell = `padding:6px 0;border-bottom:1px solid ${EDGE};vertical-align:top`;
  const whole = 'overflow-wrap:normal;word-break:normal';
  const side = (n: number) => (n === 0 ? 'text-align:left' : `text-align:right;padding-left:12px;${whole}`);
  const names = columns.map(
    (name, n) => escaped`<th style="${cell};${side(n)};color:${GREY};font-weight:normal">${name}</th>`,
  );
  const lines = rows.map((row) => {
    const figures = row.map((figure, n) => escaped`<td style="${cell};${side(n)}">${figure}</td>`);
    return escaped`<tr>${figures}</tr>
`;
  });
  return escaped`<table ${table} style="border-collapse:collapse;font-size:14px">
<tr>${names}</tr>
${lines}</table>`;
}
