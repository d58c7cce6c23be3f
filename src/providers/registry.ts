import type { Provider } from '../auth/provider.ts';
import { type Config, ConfigError } from '../config/index.ts';
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

/**
 * All providers, in the order in which the manager asks them; those that are no part of Latchkey among those of their
 * kind.
 *
 * @throws ConfigError when one of those has the id of another provider.
 */
export function createProviders(config: Config, external: readonly Provider[] = []): readonly Provider[] {
  const all = inOrder(config, (kind) => external.filter((provider) => provider.kind === kind));
  const taken = external.find(({ id }) => all.filter((provider) => provider.id === id).length > 1);
  if (!taken) return all;
  const path = 'providers.modules';
  const text = `${path}: a provider has the id ${taken.id}, which is that of one of Latchkey's own.`;
  throw new ConfigError([{ path, source: taken.id, text }]);
}

const inOrder = (config: Config, external: (kind: Provider['kind']) => readonly Provider[]): readonly Provider[] => [
  nameLists(config.accounts.deniedNames, config.accounts.allowedNames),
  ...(config.dnsbl.zones.length > 0 ? [dnsbl(config.dnsbl)] : []),
  signInThrottle,
  creationThrottle,
  ...(config.captcha.kind === null ? [] : [captcha(config)]),
  ...external('pre'),
  ...external('primary'),
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
  ...external('secondary'),
  emailNotification,
];
