import { msg, plain } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { isValidLanguageCode } from '../../i18n/index.ts';
import { type Call, defineModule } from '../define.ts';
import { content, list, type ResultObject } from '../result.ts';
import { answer } from './answer.ts';
import { pageTitle } from './page-title.ts';

const params = {
  messages: { type: 'string', multi: true, default: '*' },
  prop: { type: 'enum', multi: true, values: ['default'] },
  enableparser: { type: 'boolean' },
  nocontent: { type: 'boolean' },
  includelocal: { type: 'boolean' },
  args: { type: 'string', multi: true, allowDuplicates: true },
  filter: { type: 'string' },
  customised: { type: 'enum', values: ['all', 'modified', 'unmodified'], default: 'all' },
  lang: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  title: { type: 'string' },
  prefix: { type: 'string' },
} as const;

type AllmessagesCall = Call<typeof params>;

/** A key as the message files have it: spaces as underscores, a small first letter. */
const normalised = (name: string): string => {
  const [first = ''] = name;
  return (first.toLowerCase() + name.slice(first.length)).replaceAll(' ', '_');
};

const withArguments = (text: string, args: readonly string[]): string =>
  text.replace(/\$([1-9])/g, (whole, digit: string) => args[Number(digit) - 1] ?? whole);

function language({ params: { lang }, language: own }: AllmessagesCall): string {
  if (lang === null) return own;
  // MediaWiki takes any text that could be a code; one that it does not know means English.
  if (!isValidLanguageCode(lang)) throw apiError(msg('apierror-invalidlang', 'amlang'), 'invalidlang');
  return lang.toLowerCase();
}

function describe(call: AllmessagesCall, name: string, lang: string): ResultObject {
  const { args, enableparser, nocontent, prop } = call.params;
  const key = normalised(name);
  const shown: ResultObject = { name, normalizedname: key };
  const text = call.services.messages.source(key, lang);
  if (text === null) {
    shown.missing = true;
    return shown;
  }
  const given = args ?? [];
  const written = enableparser
    ? call.services.messages.wikitext(msg(key, ...given.map((arg) => plain(arg))), lang)
    : withArguments(text, given);
  if (!nocontent) shown.content = written;
  if (prop?.includes('default') && text !== written) shown.default = text;
  return content('content', shown);
}

/** Names asked for, cut down by prefix, filter and the bounds. Nobody has changed a message of this site. */
function namesAsked({ params: asked, services }: AllmessagesCall): readonly string[] {
  if (asked.customised === 'modified') return [];
  let names: readonly string[] = asked.messages.includes('*') ? services.messages.keys() : asked.messages;
  const { prefix, filter, from, to } = asked;
  if (prefix !== null) names = names.filter((name) => name.startsWith(prefix));
  if (filter !== null) names = names.filter((name) => name.includes(filter));
  if (from !== null) {
    const begin = names.indexOf(from);
    names = begin < 0 ? [] : names.slice(begin);
  }
  if (to !== null) {
    const beyond = names.findIndex((name) => name > to);
    if (beyond >= 0) names = names.slice(0, beyond);
  }
  return names;
}

/** `meta=allmessages`: texts of the interface. */
export const allmessages = defineModule({
  name: 'allmessages',
  group: 'meta',
  prefix: 'am',
  className: 'ApiQueryAllMessages',
  // Without a language of its own it depends on that of the caller.
  cache: ({ params: { lang, enableparser } }) => (lang === null || enableparser ? 'anonymous' : 'public'),
  params,
  examples: [
    { query: 'action=query&meta=allmessages&amprefix=ipb-', message: 'apihelp-query+allmessages-example-ipb' },
    {
      query: 'action=query&meta=allmessages&ammessages=august|mainpage&amlang=de',
      message: 'apihelp-query+allmessages-example-de',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Allmessages'],
  errors: ['apierror-invalidlang', 'apierror-invalidtitle'],
  handle(call) {
    const lang = language(call);
    const { title, enableparser } = call.params;
    if (enableparser && title !== null && !pageTitle(title)) throw apiError(msg('apierror-invalidtitle', plain(title)));
    answer(
      call,
      'allmessages',
      list(
        'message',
        namesAsked(call).map((name) => describe(call, name, lang)),
      ),
    );
  },
});
