import { html, type SafeHtml, trustedHtml } from '../base/html.ts';
import { msg, plain } from '../base/message.ts';
import type { Format } from './formats/format.ts';
import type { Run } from './run.ts';

const STYLE = trustedHtml(`:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
pre,code,kbd,samp{font-family:ui-monospace,monospace}
pre{border:1px solid #a2a9b1;border-radius:2px;overflow:auto;padding:1rem;white-space:pre-wrap;overflow-wrap:anywhere}
code,kbd,samp,a{overflow-wrap:anywhere}
a{color:#36c}a:visited{color:#6a60b0}dt{font-weight:700;margin-top:.75rem}dd{margin-inline-start:1.5rem}
section{border-top:1px solid #a2a9b1;margin-top:1.5rem}h2,h3{line-height:1.25}
.flags{font-size:.875rem}.deprecated{text-decoration:line-through}
@media (prefers-color-scheme:dark){a{color:#88a3e8}a:visited{color:#a799cd}}`);

/** A page that needs nothing from elsewhere: one document with its style. `body` is markup. */
export const document = (language: string, title: string, body: SafeHtml): string =>
  String(html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`);

/** The address of this request in the format itself instead of the page. Only query parameters that came. */
function plainAddress(run: Run, format: Format): string {
  const query = new URLSearchParams();
  for (const [name, { value }] of run.request.query) {
    if (value !== null && name !== 'format' && name !== 'wrappedhtml') query.set(name, value);
  }
  query.set('format', format.module.name);
  return `?${query}`;
}

function introduction(run: Run, format: Format): SafeHtml {
  const { messages } = run.services;
  const write = (key: string, ...params: string[]) => messages.safeHtml(msg(key, ...params.map(plain)), run.language);
  const help = html`<p><a href="?action=help&amp;modules=main">${write('api-help-title')}</a></p>`;
  if (format.title === '') return html`<p>${write('api-format-prettyprint-header-only-html')}</p>${help}`;
  const name = format.module.name;
  return html`<p>${write('api-format-prettyprint-header', format.title, name)}</p>
${run.request.method === 'POST' ? null : html`<p><a href="${plainAddress(run, format)}"><kbd>format=${name}</kbd></a></p>`}
${help}`;
}

/** The HTML page of an `…fm` format around the text of the answer. */
export function prettyPage(run: Run, format: Format, text: string, status: number): string {
  const title = run.services.messages.plain(msg('api-format-title'), run.language);
  const note = status === 200 ? null : html`<p role="alert">HTTP ${status}</p>`;
  return document(run.language, title, html`${introduction(run, format)}${note}<pre tabindex="0">${text}</pre>`);
}

/** The answer to `wrappedhtml`: the highlighted text as a part of JSON, for pages that show it themselves. */
export const wrappedPage = (text: string, status: number, statusText: string, milliseconds: number): string =>
  JSON.stringify({
    status,
    statustext: statusText,
    html: String(html`<pre class="api-pretty-content">${text}</pre>`),
    modules: [],
    continue: null,
    time: milliseconds,
  });
