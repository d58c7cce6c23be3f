import type { PageDefinition } from './define.ts';
import { captchaChallenge } from './pages/captcha-challenge.ts';
import { captchaImage } from './pages/captcha-image.ts';
import { createAccount } from './pages/create-account.ts';
import { mainPage } from './pages/main-page.ts';
import { openIdReturn } from './pages/openid-return.ts';
import { passwordReset } from './pages/password-reset.ts';
import { userLogin } from './pages/user-login.ts';
import { userLogout } from './pages/user-logout.ts';

/** All pages: one line each. */
export const pages: readonly PageDefinition[] = [
  mainPage,
  userLogin,
  createAccount,
  userLogout,
  passwordReset,
  captchaImage,
  captchaChallenge,
  openIdReturn,
];
