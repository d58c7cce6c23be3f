import { accounts } from './sections/accounts.ts';
import { api } from './sections/api.ts';
import { botPasswords } from './sections/bot-passwords.ts';
import { captcha } from './sections/captcha.ts';
import { dnsbl } from './sections/dnsbl.ts';
import { groups } from './sections/groups.ts';
import { http } from './sections/http.ts';
import { ldap } from './sections/ldap.ts';
import { log } from './sections/log.ts';
import { login } from './sections/login.ts';
import { mail } from './sections/mail.ts';
import { metrics } from './sections/metrics.ts';
import { oidc } from './sections/oidc.ts';
import { passwordReset } from './sections/password-reset.ts';
import { passwords } from './sections/passwords.ts';
import { providers } from './sections/providers.ts';
import { secondFactor } from './sections/second-factor.ts';
import { secret } from './sections/secret.ts';
import { sessions } from './sections/sessions.ts';
import { site } from './sections/site.ts';
import { storage } from './sections/storage.ts';
import { throttles } from './sections/throttles.ts';
import { totp } from './sections/totp.ts';
import { webauthn } from './sections/webauthn.ts';

/** All sections, in the order of the reference page. A new section is one file and one line here. */
export const sections = [
  site,
  http,
  api,
  accounts,
  groups,
  passwords,
  sessions,
  login,
  botPasswords,
  secondFactor,
  totp,
  webauthn,
  throttles,
  captcha,
  dnsbl,
  passwordReset,
  oidc,
  ldap,
  providers,
  mail,
  storage,
  log,
  metrics,
  secret,
] as const;
