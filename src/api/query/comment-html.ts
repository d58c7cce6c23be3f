import { escapeHtml } from '../../base/html.ts';

/**
 * A comment as HTML: on one line, escaped, with `[[Title]]` and `[[Title|text]]` as links to pages. `pageUrl` gives the
 * address of a title.
 */
export function commentHtml(comment: string, pageUrl: (title: string) => string): string {
  const line = comment.replace(/[\r\n]/g, ' ');
  let html = '';
  let from = 0;
  for (const match of line.matchAll(/\[\[:?([^[\]{}|<>]+)(?:\|([^[\]]*))?\]\]/g)) {
    const title = (match[1] ?? '').trim();
    const text = match[2] === undefined || match[2] === '' ? title : match[2];
    html += escapeHtml(line.slice(from, match.index));
    html += `<a href="${escapeHtml(pageUrl(title))}" title="${escapeHtml(title)}">${escapeHtml(text)}</a>`;
    from = match.index + match[0].length;
  }
  return html + escapeHtml(line.slice(from));
}
