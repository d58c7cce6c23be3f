import { type Message, msg, plain } from '../base/message.ts';
import { fail } from '../errors/table.ts';
import type { ParamSpecs, ParamValues } from './define.ts';
import { pageTitle } from './query/page-title.ts';
import { list, mark, pageMap, type ResultObject, type ResultValue } from './result.ts';

/** How pages are named in a query. There are no pages here: all are answered as missing. */
export const pageSetParams = {
  titles: { type: 'string', multi: true },
  pageids: { type: 'integer', multi: true },
  revids: { type: 'integer', multi: true },
  generator: { type: 'submodule', group: 'generator', submoduleParamPrefix: 'g' },
  redirects: { type: 'boolean' },
  converttitles: { type: 'boolean' },
} as const satisfies ParamSpecs;

type PageSetValues = ParamValues<typeof pageSetParams>;

/** The namespace whose titles stand for the files themselves. */
const MEDIA = -2;

/** Whether a query names pages at all. */
export const namesPages = (params: PageSetValues): boolean =>
  params.titles !== null || params.pageids !== null || params.revids !== null || params.generator !== null;

function checkSources(params: PageSetValues): void {
  const given = (['titles', 'pageids', 'revids'] as const).filter((name) => params[name] !== null);
  const [first, second] = given;
  if (first !== undefined && second !== undefined) {
    throw fail('multisource', [second, first]);
  }
  if (params.generator !== null) {
    throw fail('badgenerator', [plain(params.generator)]);
  }
}

/** Writes what is known of the pages that were named into the `query` member; `write` gives texts. Throws `multisource`, `badgenerator`. */
export function describePages(
  params: PageSetValues,
  indexPageIds: boolean,
  query: () => ResultObject,
  write: (message: Message) => ResultValue,
): void {
  if (!namesPages(params)) return;
  checkSources(params);
  const normalized: ResultObject[] = [];
  const missing = new Map<string, ResultObject>();
  const invalid = new Map<string, ResultObject>();
  const special = new Map<string, ResultObject>();
  for (const text of params.titles ?? []) {
    const parsed = pageTitle(text);
    if (parsed === null) {
      const invalidreason = write(msg('apierror-invalidtitle', plain(text)));
      invalid.set(text, { title: text, invalidreason, invalid: true });
      continue;
    }
    const { namespace: ns, title } = parsed;
    if (title !== text) normalized.push({ fromencoded: false, from: text, to: title });
    if (ns >= 0) missing.set(title, { ns, title, missing: true });
    else special.set(title, { ns, title, special: true, ...(ns === MEDIA ? { missing: true } : {}) });
  }
  const pages: ResultObject = {};
  // Pages without an id get negative ones; the order of the numbers is not the order in which pages are listed.
  const firstOf = { invalid: 1, special: 1 + invalid.size, missing: 1 + invalid.size + special.size };
  const add = (found: ReadonlyMap<string, ResultObject>, first: number) => {
    for (const [index, page] of [...found.values()].entries()) pages[String(-first - index)] = page;
  };
  add(missing, firstOf.missing);
  add(invalid, firstOf.invalid);
  for (const id of params.pageids ?? []) pages[String(id)] = { pageid: id, missing: true };
  add(special, firstOf.special);

  if (normalized.length > 0) query().normalized = list('n', normalized);
  if (params.revids !== null && params.revids.length > 0) {
    const bad: ResultObject = {};
    for (const id of params.revids) bad[String(id)] = { revid: id, missing: true };
    query().badrevids = mark(bad, { tag: 'rev' });
  }
  const ids = Object.keys(pages);
  if (ids.length === 0) return;
  if (indexPageIds) query().pageids = list('id', ids);
  query().pages = pageMap('page', pages);
}
