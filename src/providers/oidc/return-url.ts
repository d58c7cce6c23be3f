import type { Services } from '../../auth/services.ts';
import { isAbsoluteReturnUrl, isLoopbackUrl } from '../../base/url.ts';

/** Whether an address begins with an allowed one, up to a boundary: `https://a.example` never allows `https://a.example.evil`. */
function startsWithAllowed(address: string, allowed: string): boolean {
  if (!address.startsWith(allowed)) return false;
  const next = address[allowed.length];
  return next === undefined || allowed.endsWith('/') || next === '/' || next === '?' || next === '#';
}

/**
 * Whether people may be sent back to this address: the site itself, the allow-list, and while that is empty addresses of
 * this machine, unless this is production.
 */
export function isAllowedReturnUrl(services: Services, address: string): boolean {
  if (!isAbsoluteReturnUrl(address)) return false;
  const list = services.config.oidc.returnUrls;
  if ([services.publicUrl(), ...list].some((allowed) => startsWithAllowed(address, allowed))) return true;
  return list.length === 0 && process.env.NODE_ENV !== 'production' && isLoopbackUrl(address);
}
