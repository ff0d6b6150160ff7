import type { Locale } from '../../platform/errors/problem';
import { escaped, type Html } from '../letters/html';
import { say } from '../messages/messages';
import type { NotificationKind } from '../reminder';
import type { Unsubscription } from './unsubscribe';

export function askPage({ kind, locale, stays }: Unsubscription, publicUrl: string): string {
  return page(locale, publicUrl, [
    escaped`<p>${say(locale, `unsubscribe.ask.${kind}`)}</p>`,
    ...dutyOf(locale, kind === 'daily' ? stays : []),
    escaped`<form method="post">
      <button style="font:inherit;padding:10px 20px">${say(locale, 'unsubscribe.button')}</button>
    </form>`,
  ]);
}

export function donePage({ kind, locale, stops, stays }: Unsubscription, publicUrl: string): string {
  const nothing = kind === 'daily' && stops.length === 0;
  const done = nothing
    ? say(locale, 'unsubscribe.nothing.daily')
    : say(locale, `unsubscribe.done.${kind}`, { kinds: namesOf(locale, stops) });
  return page(locale, publicUrl, [escaped`<p>${done}</p>`, ...dutyOf(locale, kind === 'daily' ? stays : [])]);
}

function dutyOf(locale: Locale, stays: NotificationKind[]): Html[] {
  return stays.length === 0
    ? []
    : [escaped`<p>${say(locale, 'unsubscribe.duty', { kinds: namesOf(locale, stays) })}</p>`];
}

function namesOf(locale: Locale, kinds: NotificationKind[]): string {
  return kinds.map((kind) => say(locale, `kind.${kind}`)).join(', ');
}

function page(locale: Locale, publicUrl: string, body: Html[]): string {
  const title = say(locale, 'unsubscribe.title');
  const settings = `${publicUrl.replace(/\/+$/, '')}/settings`;
  return escaped`<!DOCTYPE html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
      </head>
      <body
        style="font-family:-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;line-height:1.5;max-width:560px;margin:32px auto;padding:0 16px"
      >
        <h1 style="font-size:22px">${title}</h1>
        ${body}
        <p><a href="${settings}">${say(locale, 'unsubscribe.settings')}</a></p>
      </body>
    </html> `.markup;
}
