import type { Services } from '../auth/services.ts';

const originOf = (address: string): string[] => (URL.canParse(address) ? [new URL(address).origin] : []);

/**
 * What guards a page: nothing but own files, no frame around it, no address of it to other sites, no copy of it in any
 * cache. `script`: the address of a CAPTCHA service's script that may run, and show frames of its site.
 */
export function securityHeaders({ config }: Pick<Services, 'config'>, script?: string): [string, string][] {
  const service = script === undefined ? [] : originOf(script);
  // A form is answered with a redirect to the sign-in service, and browsers hold that against the form. The address of
  // the service is known only when it is asked; it is of its issuer, or of some https site.
  const issuers = config.oidc.providers.flatMap(({ issuer }) => originOf(issuer));
  const targets = issuers.length === 0 ? [] : ['https:', ...new Set(issuers)];
  const policy = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...service],
    'style-src': ["'self'", ...service],
    'img-src': ["'self'", 'data:', ...service],
    'connect-src': ["'self'", ...service],
    ...(service.length > 0 && { 'frame-src': [...service, ...subdomains(service)] }),
    'form-action': ["'self'", ...targets],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  const written = Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return [
    ['Content-Security-Policy', written.join('; ')],
    ['X-Frame-Options', 'DENY'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cache-Control', 'private, no-store'],
    ['Vary', 'Cookie, Accept-Language'],
  ];
}

/** Services show their task from a host beside the script's. */
const subdomains = (origins: readonly string[]): string[] =>
  origins.map((origin) => {
    const { protocol, hostname } = new URL(origin);
    return `${protocol}//*.${hostname.split('.').slice(-2).join('.')}`;
  });
