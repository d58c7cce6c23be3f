import type { PageCall } from './define.ts';
import { linkTo } from './layout.ts';
import { MAIN_PAGE, specialPage } from './title.ts';

/** Where a person came from, as the address says it: a title and a query. */
export interface ReturnTo {
  readonly title: string | null;
  readonly query: string | null;
}

/** Pages that nobody wants to come back to right after signing in or out. */
const NEVER = /^(UserLogin|UserLogout|CreateAccount|PasswordReset)(\/|$)/i;

/** Reads `returnto` and `returntoquery`. Addresses of other sites cannot be said in them: they count as nothing. */
export function returnTo(call: PageCall): ReturnTo {
  const title = call.param('returnto');
  const special = title === null ? null : specialPage(title);
  const isTitle = title !== null && title.trim() !== '' && !/^([a-z][a-z0-9+.-]*:)?[/\\]/i.test(title.trim());
  if (!isTitle || (special !== null && NEVER.test(special))) return { title: null, query: null };
  return { title, query: call.param('returntoquery') };
}

/** The same as parameters of a link that takes it along. */
export const returnParams = ({ title, query }: ReturnTo): Record<string, string | null> => ({
  returnto: title,
  returntoquery: title === null || query === '' ? null : query,
});

/** The address to go back to; the start page when none was said. */
export function returnAddress(call: PageCall, { title, query }: ReturnTo): string {
  const values = Object.fromEntries(new URLSearchParams(query ?? ''));
  // The title is said by the path.
  delete values.title;
  return linkTo(call, title ?? MAIN_PAGE, values);
}
