import { serviceKind } from './service.ts';

/** https://docs.hcaptcha.com/ */
export const hcaptcha = serviceKind({
  name: 'hcaptcha',
  texts: 'hcaptcha',
  type: 'hcaptcha',
  field: 'h-captcha-response',
  extra: ({ captcha }) => ({ sitekey: captcha.hcaptcha.siteKey ?? '' }),
});
