import type { PageDefinition } from './define.ts';
import { captchaChallenge } from './pages/captcha-challenge.ts';
import { captchaImage } from './pages/captcha-image.ts';
import { openIdReturn } from './pages/openid-return.ts';

/** All special pages: one line each. */
export const pages: readonly PageDefinition[] = [captchaImage, captchaChallenge, openIdReturn];
