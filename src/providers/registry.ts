import type { Provider } from '../auth/provider.ts';
import type { Config } from '../config/index.ts';
import { accountLanguage } from './account-language/index.ts';
import { blocks } from './blocks/index.ts';
import { captcha } from './captcha/index.ts';
import { creationReason } from './creation-reason/index.ts';
import { dnsbl } from './dnsbl/index.ts';
import { emailNotification } from './email/index.ts';
import { emailCode } from './email-code/index.ts';
import { ldap } from './ldap/index.ts';
import { nameLists } from './name-lists/index.ts';
import { oidc } from './oidc/index.ts';
import { password } from './password/index.ts';
import { recoveryCodes } from './recovery-codes/index.ts';
import { rememberMe } from './remember-me/index.ts';
import { resetPassword } from './reset-password/index.ts';
import { secondFactor } from './second-factor/index.ts';
import type { FactorMethod } from './second-factor/method.ts';
import { temporaryPassword } from './temporary-password/index.ts';
import { creationThrottle } from './throttle/creation.ts';
import { signInThrottle } from './throttle/sign-in.ts';
import { totp } from './totp/index.ts';
import { userData } from './user-data/index.ts';
import { userName } from './user-name/index.ts';
import { webauthn } from './webauthn/index.ts';
import { passkey } from './webauthn/passkey.ts';

/** All kinds of second factors, in the order in which they are offered. */
export const factorMethods: readonly FactorMethod[] = [totp, webauthn, recoveryCodes];

/** All providers, in the order in which the manager asks them. */
export const createProviders = (config: Config): readonly Provider[] => [
  nameLists(config.accounts.deniedNames, config.accounts.allowedNames),
  ...(config.dnsbl.zones.length > 0 ? [dnsbl(config.dnsbl)] : []),
  signInThrottle,
  creationThrottle,
  ...(config.captcha.kind === null ? [] : [captcha(config)]),
  ...(config.ldap.domains.length > 0 ? [ldap(config.ldap)] : []),
  passkey,
  temporaryPassword,
  password,
  ...(config.oidc.providers.length > 0 ? [oidc(config.oidc)] : []),
  rememberMe,
  userData,
  userName,
  creationReason,
  accountLanguage,
  blocks,
  secondFactor(factorMethods),
  emailCode,
  resetPassword,
  emailNotification,
];
