import { serviceKind } from './service.ts';

/** https://developers.cloudflare.com/turnstile/ */
export const turnstile = serviceKind({
  name: 'turnstile',
  texts: 'turnstile',
  type: 'turnstile',
  field: 'cf-turnstile-response',
});
