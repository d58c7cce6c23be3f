import { type Message, msg, plain } from '../base/message.ts';
import { fail } from '../errors/table.ts';
import type { ParamSpecs, ParamValues } from './define.ts';
import { normaliseTitle } from './params/title.ts';
import { list, pageMap, type ResultObject, type ResultValue } from './result.ts';

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

const NAMESPACES: ReadonlyMap<string, readonly [number, string]> = new Map(
  (
    [
      [-2, 'Media'],
      [-1, 'Special'],
      [1, 'Talk'],
      [2, 'User'],
      [3, 'User talk'],
      [4, 'Project'],
      [5, 'Project talk'],
      [6, 'File'],
      [7, 'File talk'],
      [8, 'MediaWiki'],
      [9, 'MediaWiki talk'],
      [10, 'Template'],
      [11, 'Template talk'],
      [12, 'Help'],
      [13, 'Help talk'],
      [14, 'Category'],
      [15, 'Category talk'],
    ] as const
  ).map(([id, name]) => [name.toLowerCase(), [id, name] as const]),
);

const upperFirst = (text: string): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return first.toUpperCase() + text.slice(first.length);
};

/** Namespace and full title of a page; null when the text is no title. */
function parseTitle(text: string): { ns: number; title: string } | null {
  const clean = normaliseTitle(text.replace(/^[\s_]*:[\s_]*/, ''));
  if (clean === null) return null;
  const colon = clean.indexOf(':');
  const namespace = colon > 0 ? NAMESPACES.get(clean.slice(0, colon).trim().toLowerCase()) : undefined;
  if (namespace === undefined) return { ns: 0, title: upperFirst(clean) };
  const rest = clean.slice(colon + 1).trim();
  return rest === '' ? null : { ns: namespace[0], title: `${namespace[1]}:${upperFirst(rest)}` };
}

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
  const pages: ResultObject = {};
  const normalized: ResultObject[] = [];
  const missing = new Map<string, ResultObject>();
  let fakeId = 0;
  for (const text of params.titles ?? []) {
    const parsed = parseTitle(text);
    if (parsed === null) {
      pages[String(--fakeId)] = {
        title: text,
        invalidreason: write(msg('apierror-invalidtitle', plain(text))),
        invalid: true,
      };
      continue;
    }
    const { ns, title } = parsed;
    if (title !== text) normalized.push({ fromencoded: false, from: text, to: title });
    if (ns < 0)
      pages[String(--fakeId)] = ns === -2 ? { ns, title, special: true, missing: true } : { ns, title, special: true };
    else missing.set(title, { ns, title, missing: true });
  }
  for (const page of missing.values()) pages[String(--fakeId)] = page;
  for (const id of params.pageids ?? []) pages[String(id)] = { pageid: id, missing: true };

  if (normalized.length > 0) query().normalized = list('n', normalized);
  if (params.revids !== null && params.revids.length > 0) {
    const bad: ResultObject = {};
    for (const id of params.revids) bad[String(id)] = { revid: id, missing: true };
    query().badrevids = bad;
  }
  const ids = Object.keys(pages);
  if (ids.length === 0) return;
  if (indexPageIds) query().pageids = list('id', ids);
  query().pages = pageMap('page', pages);
}
