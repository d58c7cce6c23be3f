import type { Services } from '../../auth/services.ts';
import type { UserRecord } from '../../storage/ports/index.ts';

/** The language that mails to an account are in: its own choice, else the site's. */
export async function languageOf(services: Services, user: UserRecord): Promise<string> {
  const options = await services.stores.options.get(user.id);
  return options.language ?? services.config.site.language;
}
