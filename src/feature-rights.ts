import type { Config } from './config/index.ts';

/** Rights that a feature brings with it while it is switched on. */
interface FeatureRights {
  readonly isOn: (config: Config) => boolean;
  /** Rights by group. */
  readonly rights: Readonly<Record<string, readonly string[]>>;
}

/** Feature → group → rights, as the MediaWiki extensions of the same features give them. */
const FEATURES: Readonly<Record<string, FeatureRights>> = {
  /** ConfirmEdit. */
  captcha: {
    isOn: (config) => config.captcha.kind !== null,
    rights: { bot: ['skipcaptcha'], sysop: ['skipcaptcha'] },
  },
  /** OATHAuth. */
  totp: {
    isOn: (config) => config.totp.enabled,
    rights: {
      user: ['oathauth-enable'],
      sysop: ['oathauth-disable-for-user', 'oathauth-verify-user', 'oathauth-view-log'],
    },
  },
};

type Permissions = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

/** The permissions of the configuration with the rights of the features that are on; what the configuration says wins. */
export function withFeatureRights(config: Config): Permissions {
  const merged: Record<string, Readonly<Record<string, boolean>>> = { ...config.groups.permissions };
  for (const { isOn, rights } of Object.values(FEATURES)) {
    if (!isOn(config)) continue;
    for (const [group, names] of Object.entries(rights)) {
      merged[group] = { ...Object.fromEntries(names.map((name) => [name, true])), ...merged[group] };
    }
  }
  // Nobody has the right to send what is not sent.
  if (!config.mail.enabled) {
    for (const [group, rights] of Object.entries(merged)) merged[group] = { ...rights, sendemail: false };
  }
  return merged;
}
