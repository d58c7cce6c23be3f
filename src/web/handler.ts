import type { Actor } from '../auth/actor.ts';
import type { Services } from '../auth/services.ts';
import type { Session } from '../sessions/types.ts';
import type { PageAnswer, PageDefinition, PageRequest } from './define.ts';
import { specialPage, titleOfPath } from './title.ts';

/** What the composition root gives to the pages. */
export interface PagesOptions {
  readonly services: Services;
  readonly pages: readonly PageDefinition[];
  readonly openSession: (request: PageRequest) => Promise<Session>;
  readonly actorOf: (session: Session, address: string) => Actor;
}

/** Answers requests for pages; null = there is no page at this address. */
export type Pages = (request: PageRequest) => Promise<PageAnswer | null>;

/**
 * Makes the handler of all pages, at `/wiki/Special:Name` and `/w/index.php?title=Special:Name` alike. The page with the
 * longest name that fits gets the request; what follows the name is its subpage.
 */
export function createPages({ services, pages, openSession, actorOf }: PagesOptions): Pages {
  const { articlePath, scriptPath } = services.config.http;
  const byLength = [...pages].sort((a, b) => b.name.length - a.name.length);

  return async (request) => {
    const param = (name: string): string | null => (request.body.get(name) ?? request.query.get(name))?.value ?? null;
    const title = request.path === `${scriptPath}/index.php` ? param('title') : titleOfPath(request.path, articlePath);
    const name = title === null ? null : specialPage(title);
    const page = name === null ? undefined : byLength.find((p) => name === p.name || name.startsWith(`${p.name}/`));
    if (!page || name === null) return null;
    const session = await openSession(request);
    const response = await page.handle({
      request,
      services,
      session,
      param,
      actor: actorOf(session, request.address),
      now: services.clock.now(),
      subpage: name === page.name ? null : name.slice(page.name.length + 1),
    });
    return { ...response, cookies: session.cookies };
  };
}
