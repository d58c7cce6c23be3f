import type { Actor } from '../auth/actor.ts';
import type { Services } from '../auth/services.ts';
import type { Session } from '../sessions/types.ts';
import { findAsset } from './assets.ts';
import type { PageAnswer, PageCall, PageDefinition, PageRequest } from './define.ts';
import { chooseLanguage } from './language.ts';
import { noSuchPage } from './no-such-page.ts';
import { readOnly } from './read-only.ts';
import { MAIN_PAGE, mainTitle, specialPage, titleOfPath } from './title.ts';

/** What the composition root gives to the pages. */
export interface PagesOptions {
  readonly services: Services;
  readonly pages: readonly PageDefinition[];
  readonly openSession: (request: PageRequest) => Promise<Session>;
  readonly actorOf: (session: Session, address: string) => Actor;
}

/** Answers requests for pages; null = no page can have this address. */
export type Pages = (request: PageRequest) => Promise<PageAnswer | null>;

interface Found {
  readonly page: PageDefinition;
  readonly subpage: string | null;
}

/** Finds pages by title: the one with the longest name that fits, what follows the name is its subpage. */
function finder(pages: readonly PageDefinition[]): (title: string) => Found | null {
  const byLength = [...pages].sort((a, b) => b.name.length - a.name.length);
  return (title) => {
    const special = specialPage(title);
    const name = special ?? mainTitle(title);
    const page = byLength.find(
      (p) => (p.namespace === 'main') === (special === null) && (name === p.name || name.startsWith(`${p.name}/`)),
    );
    return page ? { page, subpage: name === page.name ? null : name.slice(page.name.length + 1) } : null;
  };
}

/**
 * Makes the handler of all pages, at `/wiki/Special:Name` and `/w/index.php?title=Special:Name` alike, and of the files
 * that they are made with. A title that is none of a page gets a page that says so.
 */
export function createPages({ services, pages, openSession, actorOf }: PagesOptions): Pages {
  const { articlePath, scriptPath } = services.config.http;
  const find = finder(pages);

  return async (request) => {
    const asset = findAsset(scriptPath, request.path);
    if (asset) return { ...asset, cookies: [] };
    const param = (name: string): string | null => (request.body.get(name) ?? request.query.get(name))?.value ?? null;
    const isScript = request.path === `${scriptPath}/index.php`;
    const title = isScript ? (param('title') ?? MAIN_PAGE) : titleOfPath(request.path, articlePath);
    if (title === null) return null;
    const found = find(title);
    const session = await openSession(request);
    const actor = actorOf(session, request.address);
    const call: PageCall = {
      request,
      services,
      session,
      param,
      actor,
      language: await chooseLanguage(services, actor.user, param('uselang'), request.headers['accept-language']),
      now: services.clock.now(),
      subpage: found?.subpage ?? null,
    };
    const isRefused = request.method === 'POST' && services.config.site.readOnly !== null && !found?.page.worksReadOnly;
    const response = await (!found ? noSuchPage(call) : isRefused ? readOnly(call) : found.page.handle(call));
    return { ...response, cookies: session.cookies };
  };
}
