import { serviceKind } from './service.ts';

/** https://developers.google.com/recaptcha/docs/verify; answers of version 3 carry a score. */
export const recaptcha = serviceKind({
  name: 'recaptcha',
  texts: 'renocaptcha',
  type: 'recaptchanocaptcha',
  field: 'g-recaptcha-response',
  accepts: ({ score }, { captcha }) => score === undefined || Number(score) >= captcha.recaptcha.minScore,
});
