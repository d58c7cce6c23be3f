import type { FailureDetails } from './request-promise.ts';

const TEXTS = {
  timeout: 'The server has not answered in time.',
  abort: 'The request was cancelled.',
  invalid: 'The server gave an answer that is no answer of the API.',
  unreachable: 'The server cannot be reached. Check the connection and try again.',
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#039': "'", '#39': "'" };

/** The text of markup. The result is no markup: show it as text. */
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#0?39);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** What to tell a person of a failure: plain text, one line for each error. `details` is the second argument of `fail`. */
export function errorMessage(details: FailureDetails | string | null | undefined): string {
  if (typeof details !== 'object' || details === null) return TEXTS.invalid;
  const { xhr, textStatus, error, errors } = details;
  if (textStatus !== undefined) {
    if (textStatus === 'timeout' || textStatus === 'abort') return TEXTS[textStatus];
    if (textStatus === 'parsererror') return TEXTS.invalid;
    return !xhr?.status ? TEXTS.unreachable : `The server answered with HTTP status ${xhr.status}.`;
  }
  if (error) return error.info;
  if (!errors) return TEXTS.invalid;
  return errors.map(({ html, text, code, '*': old }) => text ?? textOf(html ?? old ?? code)).join('\n');
}
