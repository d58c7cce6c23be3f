import type { CaptchaKind } from '../../../config/sections/captcha.ts';
import { altcha } from './altcha.ts';
import { hcaptcha } from './hcaptcha.ts';
import { image } from './image.ts';
import type { Kind } from './kind.ts';
import { question } from './question.ts';
import { recaptcha } from './recaptcha.ts';
import { simple } from './simple.ts';
import { turnstile } from './turnstile.ts';

/** All kinds by name: one file and one line each. */
export const KINDS: Readonly<Record<CaptchaKind, Kind>> = {
  simple,
  question,
  image,
  altcha,
  hcaptcha,
  turnstile,
  recaptcha,
};
