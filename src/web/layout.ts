import { bcp47 } from '../accounts/language-codes.ts';
import { type HtmlValue, html, type SafeHtml } from '../base/html.ts';
import { type Message, msg } from '../base/message.ts';
import { type AssetName, assetUrl } from './assets.ts';
import type { PageCall, PageResponse } from './define.ts';
import { directionOf } from './language.ts';
import { securityHeaders } from './security-headers.ts';
import { MAIN_PAGE, pathOf } from './title.ts';

/** What a page shows. */
export interface PageContent {
  readonly title: Message;
  readonly body: HtmlValue;
  /** Default 200. */
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  /** `form` (the default) = one narrow column; `wide` for tables. */
  readonly width?: 'form' | 'wide';
  /** A script of another site that the page needs (a CAPTCHA service). */
  readonly script?: string;
  /** Where a browser goes by itself, after so many seconds. */
  readonly refresh?: { readonly seconds: number; readonly target: string };
}

/** The text of a message in the reader's language. */
export const textOf = (call: PageCall, message: Message): string =>
  call.services.messages.plain(message, call.language);

/** The same with the markup that a message may have. */
export const richText = (call: PageCall, message: Message): SafeHtml =>
  call.services.messages.safeHtml(message, call.language);

/** The address of a page; a language that the address asked for goes along. */
export const linkTo = (call: PageCall, title: string, query: Readonly<Record<string, string | null>> = {}): string =>
  pathOf(call.services.config.http.articlePath, title, {
    ...query,
    uselang: call.request.query.get('uselang')?.value ?? null,
  });

function navigation(call: PageCall): SafeHtml {
  const { user } = call.actor;
  const link = (title: string, message: Message | string, kind = ''): SafeHtml =>
    html`<li><a class="lk-nav__link ${kind}" href="${linkTo(call, title)}">${
      typeof message === 'string' ? html`<bdi>${message}</bdi>` : textOf(call, message)
    }</a></li>`;
  const items = user
    ? [link('Special:AccountSecurity', user.name, 'lk-nav__name'), link('Special:UserLogout', msg('logout'))]
    : [
        link('Special:UserLogin', msg('login')),
        ...(call.actor.rights.has('createaccount') ? [link('Special:CreateAccount', msg('createaccount'))] : []),
      ];
  return html`<nav class="lk-nav" aria-label="${textOf(call, msg('latchkey-navigation'))}"><ul>${items}</ul></nav>`;
}

/** Puts a page together: the frame of the site, with the headers that guard it. */
export function page(call: PageCall, content: PageContent): PageResponse {
  const { config } = call.services;
  const direction = directionOf(call.language);
  const asset = (name: AssetName): string => assetUrl(config.http.scriptPath, name);
  const title = textOf(call, content.title);
  const { refresh, script } = content;
  const body = html`<!DOCTYPE html>
<html lang="${bcp47(call.language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${refresh && html`<meta http-equiv="refresh" content="${refresh.seconds};url=${refresh.target}">`}
<title>${title} – ${config.site.name}</title>
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('tokens.css')}">
<link rel="stylesheet" href="${asset('tokens-dark.css')}" media="(prefers-color-scheme: dark)">
<link rel="stylesheet" href="${asset(direction === 'rtl' ? 'codex-rtl.css' : 'codex.css')}">
<link rel="stylesheet" href="${asset('style.css')}">
<script src="${asset('enhance.js')}" type="module"></script>
${script && html`<script src="${script}" async defer></script>`}
</head>
<body class="lk">
<a class="lk-skip" href="#content">${textOf(call, msg('latchkey-skip'))}</a>
<header class="lk-header"><div class="lk-header__inner">
<a class="lk-header__site" href="${linkTo(call, MAIN_PAGE)}"><bdi>${config.site.name}</bdi></a>
${navigation(call)}
</div></header>
<main id="content" class="lk-main lk-main--${content.width ?? 'form'}" tabindex="-1">
<h1 class="lk-title">${title}</h1>
${content.body}
</main>
</body>
</html>
`;
  return {
    status: content.status ?? 200,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Language', bcp47(call.language)],
      ...securityHeaders(call.services, script),
      ...(content.headers ?? []),
    ],
    body: body.toString(),
  };
}

/** Sends the browser to another address of this site, or to a sign-in service. */
export const seeOther = ({ services }: Pick<PageCall, 'services'>, location: string): PageResponse => ({
  status: 303,
  headers: [['Location', location], ...securityHeaders(services)],
  body: '',
});
