import type { PageDefinition } from './define.ts';
import { accountSecurity } from './pages/account-security.ts';
import { apiSandbox } from './pages/api-sandbox.ts';
import { botPasswords } from './pages/bot-passwords.ts';
import { captchaChallenge } from './pages/captcha-challenge.ts';
import { captchaImage } from './pages/captcha-image.ts';
import { changeCredentials, changePassword, removeCredentials, unlinkAccounts } from './pages/change-credentials.ts';
import { changeEmail } from './pages/change-email.ts';
import { confirmEmail, invalidateEmail } from './pages/confirm-email.ts';
import { createAccount } from './pages/create-account.ts';
import { linkAccounts } from './pages/link-accounts.ts';
import { listUsers } from './pages/list-users.ts';
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
  confirmEmail,
  invalidateEmail,
  accountSecurity,
  changeCredentials,
  changePassword,
  removeCredentials,
  linkAccounts,
  unlinkAccounts,
  changeEmail,
  botPasswords,
  listUsers,
  apiSandbox,
  captchaImage,
  captchaChallenge,
  openIdReturn,
];
