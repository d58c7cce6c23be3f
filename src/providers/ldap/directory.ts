import { readFile } from 'node:fs/promises';
import type { Client, Entry } from 'ldapts';
import { randomHex } from '../../base/random.ts';
import type { Config } from '../../config/index.ts';

/** One directory of the config. */
export type DirectoryConfig = Config['ldap']['domains'][number];

/** Who somebody is, as the directory says. */
export interface Person {
  /** Stable name of the entry: its id attribute, else its DN. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  /** Groups here that the entry's memberships stand for. */
  readonly groups: readonly string[];
}

/** One directory. */
export interface Directory {
  readonly config: DirectoryConfig;
  /**
   * The entry of a user name, if this is its password; null when either is wrong. Rejects when the directory is down,
   * or refuses what the config says (bind, base, several entries for one name).
   */
  verify(username: string, password: string): Promise<Person | null>;
}

const ESCAPES = /[\\*()\0]/g;
const escapeFilter = (text: string): string =>
  text.replace(ESCAPES, (char) => `\\${char.charCodeAt(0).toString(16).padStart(2, '0')}`);

const texts = (entry: Entry, attribute: string): string[] => {
  const value = entry[attribute];
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.map((item) => (typeof item === 'string' ? item : item.toString('utf8')));
};

/** Makes the access to a directory. Each check has a connection of its own, because a bind changes whose it is. */
export function createDirectory(config: DirectoryConfig, timeoutMs: number): Directory {
  async function withClient<T>(work: (client: Client, ldapts: typeof import('ldapts')) => Promise<T>): Promise<T> {
    const ldapts = await import('ldapts');
    const ca = config.caFile === undefined ? undefined : await readFile(config.caFile);
    const tlsOptions = { ...(ca && { ca }), minVersion: 'TLSv1.2' as const };
    const client = new ldapts.Client({
      url: config.url,
      timeout: timeoutMs,
      connectTimeout: timeoutMs,
      ...(config.url.startsWith('ldaps:') && { tlsOptions }),
    });
    try {
      if (config.startTls) await client.startTLS({ ...tlsOptions, host: new URL(config.url).hostname });
      return await work(client, ldapts);
    } finally {
      await client.unbind().catch(() => {});
    }
  }

  function personOf(entry: Entry): Person {
    return {
      subject: texts(entry, config.idAttribute)[0] ?? entry.dn,
      email: texts(entry, config.emailAttribute)[0] ?? '',
      name: texts(entry, config.nameAttribute)[0] ?? '',
      groups: texts(entry, config.groupAttribute).flatMap((value) => config.groups[value] ?? []),
    };
  }

  return {
    config,
    verify: (username, password) =>
      withClient(async (client, { InvalidCredentialsError }) => {
        if (config.bindDn !== undefined) await client.bind(config.bindDn, config.bindPassword ?? '');
        const { searchEntries } = await client.search(config.baseDn, {
          scope: 'sub',
          filter: config.filter.replaceAll('{username}', escapeFilter(username)),
          attributes: [config.idAttribute, config.emailAttribute, config.nameAttribute, config.groupAttribute],
          sizeLimit: 2,
        });
        if (searchEntries.length > 1) throw new Error(`${config.domain}: the filter fits several entries`);
        const entry = searchEntries[0];
        try {
          // A bind without a password succeeds as nobody; a name that does not exist takes a bind all the same.
          await client.bind(entry?.dn ?? `uid=${randomHex(8)},${config.baseDn}`, password === '' ? ' ' : password);
        } catch (error) {
          if (!entry || error instanceof InvalidCredentialsError) return null;
          throw error;
        }
        return entry ? personOf(entry) : null;
      }),
  };
}
