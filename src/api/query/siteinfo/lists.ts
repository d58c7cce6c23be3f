import { bcp47, isLanguageCode, languageCodes, languageNames } from '../../../accounts/language-codes.ts';
import type { Services } from '../../../auth/services.ts';
import { content, list, mark, type ResultObject } from '../../result.ts';
import { interwikiMap } from './interwiki.ts';
import { languageVariants } from './language-variants.ts';
import { magicWords } from './magic-words.ts';

/** Special pages by MediaWiki's inner name, with the names in addresses; the first is the usual one. */
const SPECIAL_PAGES: Readonly<Record<string, readonly string[]>> = {
  Userlogin: ['UserLogin', 'Login'],
  Userlogout: ['UserLogout', 'Logout'],
  CreateAccount: ['CreateAccount'],
  LinkAccounts: ['LinkAccounts'],
  UnlinkAccounts: ['UnlinkAccounts'],
  ChangeCredentials: ['ChangeCredentials'],
  RemoveCredentials: ['RemoveCredentials'],
  ChangePassword: ['ChangePassword', 'ResetPass', 'ResetPassword'],
  BotPasswords: ['BotPasswords'],
  PasswordReset: ['PasswordReset'],
  Preferences: ['Preferences'],
  ChangeEmail: ['ChangeEmail'],
  Confirmemail: ['ConfirmEmail'],
  Invalidateemail: ['InvalidateEmail'],
  ApiSandbox: ['ApiSandbox'],
  ApiHelp: ['ApiHelp'],
};

/** `siprop=specialpagealiases`. */
export const specialPageAliases = (): ResultObject[] =>
  list(
    'specialpage',
    Object.entries(SPECIAL_PAGES).map(([realname, aliases]) => ({ realname, aliases: list('alias', [...aliases]) })),
  );

/** `siprop=magicwords`. */
export const magicWordList = (): ResultObject[] =>
  list(
    'magicword',
    magicWords.map(({ name, aliases, caseSensitive }) => ({
      name,
      aliases: list('alias', [...aliases]),
      'case-sensitive': caseSensitive,
    })),
  );

/** `siprop=interwikimap`: all, or only those (not) on this site. None is. */
export const interwikiList = (filter: string | null): ResultObject[] =>
  list(
    'iw',
    filter === 'local'
      ? []
      : interwikiMap.map(({ prefix, url, api }) => ({
          prefix,
          url,
          protorel: url.startsWith('//'),
          ...(api === undefined ? {} : { api }),
        })),
  );

/** `siprop=languages`: each with its name in itself, or in the given language. */
export function languageList(inLanguage: string | null): ResultObject[] {
  const nameOf = languageNames(inLanguage !== null && isLanguageCode(inLanguage) ? inLanguage : null);
  const named = (code: string) => content<ResultObject>('name', { code, bcp47: bcp47(code), name: nameOf(code) });
  return list('lang', languageCodes.map(named));
}

/** `siprop=languagevariants`. */
export function languageVariantMap(): ResultObject {
  const languages: ResultObject = {};
  for (const [language, variants] of languageVariants) {
    const entry: ResultObject = {};
    for (const [variant, fallbacks] of variants) entry[variant] = { fallbacks: list('variant', [...fallbacks]) };
    languages[language] = mark(entry, { tag: 'variant', kind: 'kvp', keyName: 'code', merge: true });
  }
  return mark(languages, { tag: 'lang', kind: 'kvp', keyName: 'code', merge: true });
}

/** `siprop=restrictions`: how pages can be protected. */
export const restrictions = (): ResultObject => ({
  types: list('type', ['create', 'edit', 'move', 'upload']),
  levels: list('level', ['', 'autoconfirmed', 'sysop']),
  cascadinglevels: list('level', ['sysop']),
  semiprotectedlevels: list('level', ['autoconfirmed']),
});

/** `siprop=skins`: what the preference `skin` takes. */
export const skins = (): ResultObject[] =>
  list('skin', [
    content<ResultObject>('name', { code: 'vector-2022', name: 'Vector (2022)' }),
    content<ResultObject>('name', { code: 'vector', name: 'Vector legacy (2010)', default: true }),
  ]);

/** `siprop=extensions`: Latchkey itself, so that a client can tell. No version: attackers would be the main readers. */
export const extensions = (): ResultObject[] =>
  list('ext', [{ type: 'other', name: 'Latchkey', author: 'Latchkey contributors', 'license-name': 'MIT' }]);

/** `siprop=uploaddialog`, MediaWiki's default. */
export const uploadDialog = (): ResultObject => ({
  fields: { description: true, date: false, categories: false },
  licensemessages: { local: 'generic-local', foreign: 'generic-foreign' },
  comment: { local: '', foreign: '' },
  format: { filepage: '$DESCRIPTION', description: '$TEXT', ownwork: '', license: '', uncategorized: '' },
});

/** `siprop=dbrepllag`: one database that never lags. Its host shows only where host names may. */
export const replicationLag = (services: Services, host: string): ResultObject[] =>
  list('db', [
    { host: services.config.api.showHostnames ? host : '', lag: services.config.api.showHostnames ? 0 : -1 },
  ]);

/** Schemes of addresses that count as links. */
const PROTOCOLS =
  'bitcoin: ftp:// ftps:// geo: git:// gopher:// http:// https:// irc:// ircs:// magnet: mailto: matrix: mms:// news: ' +
  'nntp:// redis:// sftp:// sip: sips: sms: ssh:// svn:// tel: telnet:// urn: worldwind:// xmpp: //';

/** `siprop=protocols`. */
export const protocols = (): string[] => list('p', PROTOCOLS.split(' '));

/** `siprop=fileextensions`. */
export const fileExtensions = (): ResultObject[] =>
  list(
    'fe',
    ['png', 'gif', 'jpg', 'jpeg', 'webp'].map((ext) => ({ ext })),
  );
