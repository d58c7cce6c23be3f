import { hostname } from 'node:os';
import { defaultPreferences } from '../../accounts/preferences.ts';
import { msg } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { type Call, defineModule } from '../define.ts';
import { list, mark, type ResultObject, type ResultValue } from '../result.ts';
import { answer } from './answer.ts';
import { general } from './siteinfo/general.ts';
import * as lists from './siteinfo/lists.ts';
import { functionHooks, variables } from './siteinfo/magic-words.ts';
import { namespaceAliases, namespaces } from './siteinfo/namespaces.ts';
import { statistics, userGroups } from './siteinfo/people.ts';

const params = {
  prop: {
    type: 'enum',
    multi: true,
    default: 'general',
    values: [
      'general',
      'namespaces',
      'namespacealiases',
      'specialpagealiases',
      'magicwords',
      'interwikimap',
      'dbrepllag',
      'statistics',
      'usergroups',
      'libraries',
      'extensions',
      'fileextensions',
      'rightsinfo',
      'restrictions',
      'languages',
      'languagevariants',
      'skins',
      'extensiontags',
      'functionhooks',
      'showhooks',
      'variables',
      'protocols',
      'defaultoptions',
      'uploaddialog',
    ],
  },
  filteriw: { type: 'enum', values: ['local', '!local'] },
  showalldb: { type: 'boolean' },
  numberingroup: { type: 'boolean' },
  inlanguagecode: { type: 'string' },
} as const;

type SiteinfoCall = Call<typeof params>;
type Prop = (typeof params.prop.values)[number];

/**
 * Each property and what it shows. Clients ask for every value that is listed, so all are served; what a server without
 * pages, files and extensions has nothing to say to is an empty list.
 */
const PROPS: Readonly<Record<Prop, (call: SiteinfoCall) => ResultValue | Promise<ResultValue>>> = {
  general,
  namespaces: ({ services }) => namespaces(services),
  namespacealiases: namespaceAliases,
  specialpagealiases: lists.specialPageAliases,
  magicwords: lists.magicWordList,
  interwikimap: ({ params: { filteriw } }) => lists.interwikiList(filteriw),
  dbrepllag: ({ services, params: { showalldb } }) => {
    if (showalldb && !services.config.api.showHostnames) {
      throw apiError(msg('apierror-siteinfo-includealldenied'), 'includeAllDenied');
    }
    return lists.replicationLag(services, hostname());
  },
  statistics,
  usergroups: (call) => userGroups(call, call.params.numberingroup),
  libraries: () => list('library', []),
  extensions: lists.extensions,
  fileextensions: lists.fileExtensions,
  rightsinfo: () => ({ url: '', text: '' }),
  restrictions: lists.restrictions,
  languages: ({ params: { inlanguagecode } }) => lists.languageList(inlanguagecode),
  languagevariants: lists.languageVariantMap,
  skins: lists.skins,
  extensiontags: () => list('t', ['<pre>', '<nowiki>', '<gallery>', '<indicator>', '<langconvert>']),
  functionhooks: () => list('h', [...functionHooks]),
  showhooks: () => list('hook', []),
  variables: () => list('v', [...variables]),
  protocols: lists.protocols,
  defaultoptions: ({ services }) => {
    const options: ResultObject = defaultPreferences(services.config.site.language);
    return mark(options, { plainBooleans: Object.keys(options) });
  },
  uploaddialog: lists.uploadDialog,
};

/** `meta=siteinfo`: what a client needs to know of the site before it does anything. */
export const siteinfo = defineModule({
  name: 'siteinfo',
  group: 'meta',
  prefix: 'si',
  className: 'ApiQuerySiteinfo',
  cache: () => 'public',
  params,
  examples: [
    {
      query: 'action=query&meta=siteinfo&siprop=general|namespaces|namespacealiases|statistics',
      message: 'apihelp-query+siteinfo-example-simple',
    },
    {
      query: 'action=query&meta=siteinfo&siprop=interwikimap&sifilteriw=local',
      message: 'apihelp-query+siteinfo-example-interwiki',
    },
    {
      query: 'action=query&meta=siteinfo&siprop=dbrepllag&sishowalldb=',
      message: 'apihelp-query+siteinfo-example-replag',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Siteinfo'],
  errors: ['apierror-siteinfo-includealldenied'],
  async handle(call) {
    for (const prop of call.params.prop) {
      const write = PROPS[prop as Prop];
      answer(call, prop, await write(call));
    }
  },
});
