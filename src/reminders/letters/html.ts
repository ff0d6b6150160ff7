/** Markup that may stand in a letter as it is. Everything else is escaped on its way in. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | (Html | string)[];

/** `` escaped`<p>${words}</p>` ``: what is filled in is text, unless it is Html itself. */
export function escaped(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((markup, n) => markup + (n < parts.length ? show(parts[n]) : '')).join(''));
}

function show(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(show).join('');
  return escapeText(String(part));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also without control characters, which no reader shows and some stumble over. */
function escapeText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/[&<>"']/g, (sign) => entities[sign]);
}
