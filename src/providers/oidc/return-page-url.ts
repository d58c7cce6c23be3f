import type { Services } from '../../auth/services.ts';

/** Title of the page that providers send the browser back to. */
export const RETURN_PAGE = 'Special:OpenIDConnectReturn';

/** Its address, as it must be registered with each provider. */
export const returnPageUrl = (services: Services): string =>
  services.publicUrl() + services.config.http.articlePath.replace('$1', RETURN_PAGE);
