import { msg, plain } from '../../base/message.ts';
import { isoTime } from '../../base/time.ts';
import { apiError } from '../../errors/api-error.ts';
import { FACTOR_LOG } from '../../providers/second-factor/switch-off.ts';
import type { LogEntry, LogQuery } from '../../storage/ports/index.ts';
import { type Call, defineModule } from '../define.ts';
import { list, type ResultObject } from '../result.ts';
import { answer } from './answer.ts';
import { commentHtml } from './comment-html.ts';
import { bounds, endOfSecond, type Place, placeText, readPage, readPlace } from './continuation.ts';
import { logParams } from './log-params.ts';
import { pageTitle } from './page-title.ts';

/** The kinds of entries that this log has, by type. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  block: ['block', 'reblock', 'unblock'],
  newusers: ['autocreate', 'byemail', 'create', 'create2', 'newusers'],
  rights: ['autopromote', 'rights'],
};

/** Types whose entries only who has a right may read. */
const RESTRICTED: Readonly<Record<string, string>> = { [FACTOR_LOG]: 'oathauth-view-log' };

const params = {
  prop: {
    type: 'enum',
    multi: true,
    default: 'ids|title|type|user|timestamp|comment|details',
    values: ['ids', 'title', 'type', 'user', 'userid', 'timestamp', 'comment', 'parsedcomment', 'details', 'tags'],
  },
  type: { type: 'enum', values: ['', ...Object.keys(ACTIONS)] },
  action: { type: 'string' },
  start: { type: 'timestamp' },
  end: { type: 'timestamp' },
  dir: { type: 'enum', values: ['newer', 'older'], default: 'older' },
  user: { type: 'user', subtypes: ['name', 'ip', 'interwiki', 'id'] },
  title: { type: 'string' },
  namespace: { type: 'namespace', extra: [-2, -1] },
  prefix: { type: 'string' },
  tag: { type: 'string' },
  limit: { type: 'limit', default: 10, min: 1, max: 500, highMax: 5000 },
  continue: { type: 'string' },
} as const;

type LogeventsCall = Call<typeof params>;

/** `newusers/create` as type and action. Throws `unknown_leaction` for what this log never has. */
function actionAsked(text: string): { type: string; action: string } {
  const [type = '', action = '', ...more] = text.split('/');
  if (!Object.hasOwn(ACTIONS, type) || !ACTIONS[type]?.includes(action) || more.length > 0) {
    throw apiError(msg('apierror-unrecognizedvalue', 'leaction', plain(text)), 'unknown_leaction');
  }
  return { type, action };
}

function titleAsked(text: string): { readonly title: string; readonly namespace: number } {
  const found = pageTitle(text);
  if (!found) throw apiError(msg('apierror-invalidtitle', plain(text)));
  return found;
}

function describe(call: LogeventsCall, entry: LogEntry, wanted: ReadonlySet<string>): ResultObject {
  const { http } = call.services.config;
  const pageUrl = (title: string): string =>
    http.articlePath.replace('$1', () => encodeURIComponent(title.replaceAll(' ', '_')).replaceAll('%3A', ':'));
  const shown: ResultObject = {};
  if (wanted.has('ids')) shown.logid = entry.id;
  if (wanted.has('title')) Object.assign(shown, { ns: entry.namespace, title: entry.title });
  if (wanted.has('ids')) Object.assign(shown, { pageid: 0, logpage: 0 });
  if (wanted.has('details')) shown.params = logParams(entry.params);
  if (wanted.has('type')) Object.assign(shown, { type: entry.type, action: entry.action });
  if (wanted.has('user')) {
    shown.user = entry.actor.name;
    if (entry.actor.id === 0) shown.anon = true;
  }
  if (wanted.has('userid')) shown.userid = entry.actor.id;
  if (wanted.has('timestamp')) shown.timestamp = isoTime(entry.at);
  if (wanted.has('comment')) shown.comment = entry.comment;
  if (wanted.has('parsedcomment')) shown.parsedcomment = commentHtml(entry.comment, pageUrl);
  if (wanted.has('tags')) shown.tags = list('tag', []);
  return shown;
}

/** The exact place behind a continuation: entries never go away, so the id finds it. */
async function placeOf(call: LogeventsCall, text: string): Promise<Place> {
  const place = readPlace(text);
  const [entry] = await call.services.stores.log.list({ ids: [place.id], limit: 1 });
  if (entry) return { at: entry.at, id: entry.id };
  return call.params.dir === 'newer' ? place : { at: endOfSecond(place.at), id: place.id };
}

/** `list=logevents`: the public log of new accounts, blocks and changes of groups. */
export const logevents = defineModule({
  name: 'logevents',
  group: 'list',
  prefix: 'le',
  className: 'ApiQueryLogEvents',
  cache({ params: { prop }, actor }) {
    // Who may see hidden entries gets other answers than the public.
    if (['deletedhistory', ...Object.values(RESTRICTED)].some((right) => actor.rights.has(right))) return 'private';
    return prop.includes('parsedcomment') ? 'anonymous' : 'public';
  },
  params,
  examples: [{ query: 'action=query&list=logevents', message: 'apihelp-query+logevents-example-simple' }],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Logevents'],
  errors: ['apierror-unrecognizedvalue', 'apierror-invalidtitle', 'apierror-badcontinue'],
  async handle(call) {
    call.requireOne('max', 'title', 'prefix', 'namespace');
    const { action, type, start, end, user, title, namespace, prefix, tag, limit } = call.params;
    const oldestFirst = call.params.dir === 'newer';
    const kind = action !== null ? actionAsked(action) : type !== null ? { type } : {};
    const place = call.params.continue === null ? null : await placeOf(call, call.params.continue);
    const begin = prefix === null ? null : titleAsked(prefix);
    const query: Omit<LogQuery, 'limit'> = {
      ...kind,
      ...(user === null ? {} : { actorName: user }),
      ...(title === null ? {} : titleAsked(title)),
      ...(namespace === null ? {} : { namespace: Number(namespace) }),
      ...(begin === null ? {} : { namespace: begin.namespace }),
      ...bounds(start, end, oldestFirst),
      notTypes: Object.keys(RESTRICTED).filter((hidden) => !call.actor.rights.has(RESTRICTED[hidden] as string)),
      oldestFirst,
    };
    const accept = begin && ((entry: LogEntry) => entry.title.startsWith(begin.title));
    // Entries have no tags here, so none has the tag that is asked for.
    const page =
      tag !== null
        ? { rows: [], next: null }
        : await readPage<LogEntry>(limit, place, accept, (from, count) =>
            call.services.stores.log.list({ ...query, ...(from ? { continueFrom: from } : {}), limit: count }),
          );
    const wanted = new Set<string>(call.params.prop);
    if (page.next) call.continueWith('continue', placeText(page.next));
    answer(
      call,
      'logevents',
      list(
        'item',
        page.rows.map((entry) => describe(call, entry, wanted)),
      ),
    );
  },
});
