import type { FlowContext } from '../../auth/provider.ts';
import { equalConstantTime, hmacSha256Hex } from '../../base/digest.ts';
import type { UserRecord } from '../../storage/ports/index.ts';

/** The cookie, after the prefix: signed entries `account-time-signature`, newest first. */
const COOKIE = 'Device';
const DAY_SECONDS = 86_400;
/** A device that a few people share keeps them all. */
const MAX_ENTRIES = 5;

const signature = (secret: string, userId: number, at: string): string =>
  hmacSha256Hex(secret, `known-device:${userId}:${at}`).slice(0, 32);

const entriesOf = ({ actor }: FlowContext): string[] => (actor.session.deviceCookie(COOKIE) ?? '').split('.');

/** Whether this account has signed in from this device lately. "Signed out everywhere" makes all devices unknown. */
export function isKnownDevice(context: FlowContext, user: UserRecord): boolean {
  const { services, now } = context;
  const oldest = Math.max(
    now - services.config.secondFactor.knownDeviceDays * DAY_SECONDS * 1000,
    user.sessionsValidFrom,
  );
  return entriesOf(context).some((entry) => {
    const [id, at = '', given = ''] = entry.split('-');
    if (id !== String(user.id) || !services.secrets.some((s) => equalConstantTime(given, signature(s, user.id, at)))) {
      return false;
    }
    const time = Number.parseInt(at, 36);
    return time >= oldest && time <= now;
  });
}

/** Writes down on the device that this account has signed in from it. */
export function rememberDevice(context: FlowContext, user: UserRecord): void {
  const { services, actor, now } = context;
  const at = now.toString(36);
  const own = `${user.id}-${at}-${signature(services.secrets[0] as string, user.id, at)}`;
  const others = entriesOf(context).filter((entry) => entry !== '' && !entry.startsWith(`${user.id}-`));
  const kept = [own, ...others].slice(0, MAX_ENTRIES).join('.');
  actor.session.keepOnDevice(COOKIE, kept, services.config.secondFactor.knownDeviceDays * DAY_SECONDS);
}
