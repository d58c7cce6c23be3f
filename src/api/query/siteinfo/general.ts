import { isoTime } from '../../../base/time.ts';
import { fallbackChain } from '../../../i18n/index.ts';
import type { Call } from '../../define.ts';
import { content, list, mark, numericMap, type ResultObject } from '../../result.ts';

/**
 * The version that clients see. They parse it to learn what the API can do (mwclient, pywikibot, mwbot and nodemw each
 * in their own way), so it says nothing else than whose API this is.
 */
const GENERATOR = 'MediaWiki 1.39.17';

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set(
  'aeb-arab ar arc arq ary arz azb bcc bgn bqi ckb dv fa glk he kk-arab kk-cn khw ks-arab ku-arab lki lrc luz mzn nqo pnb ps sd sdh skr skr-arab ug ug-arab ur yi'.split(
    ' ',
  ),
);

/** By time zone, of which a site has one: making a reader costs more than the rest of the answer. */
const offsetReaders = new Map<string, Intl.DateTimeFormat>();

function offsetReader(timeZone: string): Intl.DateTimeFormat {
  const reader = offsetReaders.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  offsetReaders.set(timeZone, reader);
  return reader;
}

/** Offset of a time zone from UTC at a time, in minutes. */
function offsetMinutes(timeZone: string, now: number): number {
  const name = offsetReader(timeZone)
    .formatToParts(now)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

const indexed = <T>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item, i) => [String(i), item]));

const THUMBNAILS = [120, 150, 180, 200, 250, 300];
const IMAGES = [
  [320, 240],
  [640, 480],
  [800, 600],
  [1024, 768],
  [1280, 1024],
  [2560, 2048],
] as const;

/**
 * `siprop=general`: names, addresses and rules of titles. What speaks of pages, files and page syntax has MediaWiki's
 * defaults, because clients take titles apart by it.
 */
export function general(call: Pick<Call, 'services' | 'now'>): ResultObject {
  const { config, publicUrl } = call.services;
  const { site, http, accounts } = config;
  const server = publicUrl();
  const page = (title: string): string => server + http.articlePath.replace('$1', () => title);
  return mark<ResultObject>(
    {
      mainpage: 'Main Page',
      base: page('Main_Page'),
      sitename: site.name,
      mainpageisdomainroot: false,
      logo: `${server}/favicon.ico`,
      generator: GENERATOR,
      phpversion: '',
      phpsapi: '',
      dbtype: 'sqlite',
      dbversion: '',
      imagewhitelistenabled: false,
      langconversion: true,
      linkconversion: true,
      titleconversion: true,
      linkprefixcharset: '',
      linkprefix: '',
      linktrail: '/^([a-z]+)(.*)$/sD',
      legaltitlechars: ' %!"$&\'()*,\\-.\\/0-9:;=?@A-Z\\\\^_`a-z~\\x80-\\xFF+',
      invalidusernamechars: accounts.invalidNameCharacters,
      allunicodefixes: false,
      fixarabicunicode: true,
      fixmalayalamunicode: true,
      case: 'first-letter',
      lang: site.language,
      fallback: list(
        'lang',
        fallbackChain(site.language)
          .slice(1)
          .map((code) => content('code', { code })),
      ),
      rtl: RIGHT_TO_LEFT.has(site.language),
      fallback8bitEncoding: 'windows-1252',
      readonly: site.readOnly !== null,
      ...(site.readOnly === null ? {} : { readonlyreason: site.readOnly }),
      writeapi: config.api.writeEnabled,
      maxarticlesize: 2_097_152,
      timezone: site.timezone,
      timeoffset: offsetMinutes(site.timezone, call.now),
      articlepath: http.articlePath,
      scriptpath: http.scriptPath,
      script: `${http.scriptPath}/index.php`,
      variantarticlepath: false,
      server,
      servername: new URL(server).hostname.replace(/^\[|\]$/g, ''),
      wikiid: site.wikiId,
      time: isoTime(call.now),
      misermode: false,
      uploadsenabled: false,
      maxuploadsize: 104_857_600,
      minuploadchunksize: 1024,
      galleryoptions: {
        imagesPerRow: 0,
        imageWidth: 120,
        imageHeight: 120,
        captionLength: true,
        showBytes: true,
        showDimensions: true,
        mode: 'traditional',
      },
      thumblimits: numericMap<ResultObject>('limit', indexed(THUMBNAILS)),
      imagelimits: numericMap<ResultObject>('limit', indexed(IMAGES.map(([width, height]) => ({ width, height })))),
      favicon: `${server}/favicon.ico`,
      centralidlookupprovider: 'local',
      allcentralidlookupproviders: ['local'],
      interwikimagic: true,
      magiclinks: mark<ResultObject>({ ISBN: false, PMID: false, RFC: false }, { kind: 'bc-array' }),
      categorycollation: 'uppercase',
      nofollowlinks: true,
      nofollownsexceptions: [],
      nofollowdomainexceptions: ['mediawiki.org'],
      externallinktarget: false,
    },
    { plainBooleans: ['variantarticlepath'] },
  );
}
