import { inRange, throttleKey } from '../base/ip.ts';
import { duration, msg } from '../base/message.ts';
import { type CodedMessage, coded } from '../errors/coded-message.ts';
import { hashBotPassword, matchesBotPassword } from '../passwords/bot-password-hash.ts';
import type { BotPassword, UserRecord } from '../storage/ports/index.ts';
import type { Actor } from './actor.ts';
import type { Services } from './services.ts';

const PASSWORD = /^[0-9a-w]{32,}$/;

/** A sign-in that names a bot password. */
export interface BotCredentials {
  readonly name: string;
  readonly appId: string;
  readonly password: string;
}

/**
 * Reads `Name@app` with its password, or a name with `app@password`; null when the two are no bot password by their
 * looks (MediaWiki 1.39), and then are meant for the account itself.
 */
export function botCredentials(name: string, password: string): BotCredentials | null {
  let [login, secret] = [name, password];
  if (password.length >= 32 && name.includes('@')) {
    if (!PASSWORD.test(password)) return null;
  } else if (password.length > 32 && password.includes('@')) {
    const at = password.lastIndexOf('@');
    secret = password.slice(at + 1);
    if (!PASSWORD.test(secret)) return null;
    login = `${name}@${password.slice(0, at)}`;
  } else {
    return null;
  }
  const at = login.indexOf('@');
  return { name: login.slice(0, at), appId: login.slice(at + 1), password: secret };
}

/** What came of a bot sign-in. `final` failures end it; others are tried as a sign-in of the account itself. */
export type BotLogin =
  | { readonly ok: true; readonly user: UserRecord; readonly botPassword: BotPassword }
  | { readonly ok: false; readonly final: boolean; readonly message: CodedMessage };

const failed = (message: CodedMessage, final: boolean): BotLogin => ({ ok: false, final, message });

/** Checks a bot password: throttle, address, then the secret. Opens no session. */
export async function checkBotPassword(
  services: Services,
  { address }: Pick<Actor, 'address'>,
  given: BotCredentials,
): Promise<BotLogin> {
  const { accounts, stores, throttle, config } = services;
  const user = await accounts.find(given.name);
  if (!user) return failed(coded(msg('nosuchuser', given.name)), false);
  const limits = config.throttles.botSignIn.perPair;
  const key = `${user.name}\n${throttleKey(address)}`;
  const exceeded = await throttle.hit('bot-sign-in', key, limits);
  if (exceeded) return failed(coded(msg('login-throttled', duration(exceeded.limit.seconds))), true);

  const botPassword = await stores.botPasswords.get(user.id, given.appId);
  if (!botPassword) return failed(coded(msg('botpasswords-not-exist', user.name, given.appId)), false);
  if (!botPassword.ipRanges.some((range) => inRange(address, range))) {
    return failed(coded(msg('botpasswords-restriction-failed')), false);
  }
  const stored = botPassword.passwordHash;
  if (stored === null) return failed(coded(msg('botpasswords-needs-reset', user.name, given.appId)), true);
  const quick = matchesBotPassword(given.password, stored);
  const ok = quick ?? (await services.passwords.verify(given.password, stored, { userId: user.id })).ok;
  if (!ok) return failed(coded(msg('wrongpassword')), false);

  await throttle.clear('bot-sign-in', key, limits);
  const renewed = quick === null ? hashBotPassword(given.password) : undefined;
  await stores.botPasswords.used(user.id, given.appId, services.clock.now(), renewed);
  return { ok: true, user, botPassword };
}
