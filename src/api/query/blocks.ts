import { BLOCK_RANGE_LIMITS } from '../../accounts/block-target.ts';
import { hexToIp, isIp, isRange, rangeBounds } from '../../base/ip.ts';
import { msg } from '../../base/message.ts';
import { isoTime } from '../../base/time.ts';
import { apiError } from '../../errors/api-error.ts';
import type { Block, BlockQuery } from '../../storage/ports/index.ts';
import { type Call, defineModule } from '../define.ts';
import { list, mark, type ResultObject } from '../result.ts';
import { answer } from './answer.ts';
import { bounds, endOfSecond, type Place, placeText, readPage, readPlace } from './continuation.ts';
import { expiryText } from './time-text.ts';

const params = {
  start: { type: 'timestamp' },
  end: { type: 'timestamp' },
  dir: { type: 'enum', values: ['newer', 'older'], default: 'older' },
  ids: { type: 'integer', multi: true },
  users: { type: 'user', subtypes: ['name', 'ip', 'cidr'], multi: true },
  ip: { type: 'string' },
  limit: { type: 'limit', default: 10, min: 1, max: 500, highMax: 5000 },
  prop: {
    type: 'enum',
    multi: true,
    default: 'id|user|by|timestamp|expiry|reason|flags',
    values: ['id', 'user', 'userid', 'by', 'byid', 'timestamp', 'expiry', 'reason', 'range', 'flags', 'restrictions'],
  },
  show: {
    type: 'enum',
    multi: true,
    values: ['account', '!account', 'temp', '!temp', 'ip', '!ip', 'range', '!range'],
  },
  continue: { type: 'string' },
} as const;

type BlocksCall = Call<typeof params>;

const kindOf = (block: Block): 'account' | 'ip' | 'range' => {
  if (block.userId !== null) return 'account';
  return block.rangeStart === block.rangeEnd ? 'ip' : 'range';
};

/** What `bkshow` asks of each block, or null when it asks nothing. Throws `show` for contradictions. */
function filterOf(show: readonly string[] | null): ((block: Block) => boolean) | null {
  if (show === null || show.length === 0) return null;
  const asked = new Set(show);
  if (['account', 'temp', 'ip', 'range'].some((word) => asked.has(word) && asked.has(`!${word}`))) {
    throw apiError(msg('apierror-show'));
  }
  return (block) =>
    show.every((word) => {
      const plain = word.replace('!', '');
      const is = plain === 'temp' ? block.expiresAt !== null : kindOf(block) === plain;
      return word.startsWith('!') ? !is : is;
    });
}

/** The address or range that `bkip` names, as bounds. Throws for other texts and for ranges that are too wide. */
function addressAsked(ip: string): { start: string; end: string } {
  const text = ip.trim();
  const found = isIp(text) || (text.includes('/') && isRange(text)) ? rangeBounds(text) : null;
  if (!found) throw apiError(msg('apierror-badip'), 'param_ip');
  const [family, limit] = text.includes(':') ? ['IPv6', BLOCK_RANGE_LIMITS.ipv6] : ['IPv4', BLOCK_RANGE_LIMITS.ipv4];
  const prefix = text.split('/')[1];
  if (prefix !== undefined && Number(prefix) < limit) {
    throw apiError(msg('apierror-cidrtoobroad', family as string, limit as number));
  }
  return found;
}

function describe(block: Block, wanted: ReadonlySet<string>): ResultObject {
  const range = (hex: string | null): string => (hex === null ? '0.0.0.0' : hexToIp(hex));
  const shown: ResultObject = {};
  if (wanted.has('id')) shown.id = block.id;
  if (wanted.has('user')) shown.user = block.target;
  if (wanted.has('userid')) shown.userid = block.userId ?? 0;
  if (wanted.has('by')) shown.by = block.byName;
  if (wanted.has('byid')) shown.byid = block.byId;
  if (wanted.has('timestamp')) shown.timestamp = isoTime(block.at);
  if (wanted.has('expiry')) shown.expiry = expiryText(block.expiresAt, 'infinity');
  if (wanted.has('reason')) shown.reason = block.reason;
  if (wanted.has('range')) {
    Object.assign(shown, { rangestart: range(block.rangeStart), rangeend: range(block.rangeEnd) });
  }
  if (wanted.has('flags')) {
    Object.assign(shown, {
      automatic: false,
      anononly: block.anonymousOnly,
      nocreate: block.blocksAccountCreation,
      autoblock: block.autoblock,
      noemail: block.blocksEmail,
      hidden: false,
      allowusertalk: !block.blocksTalkPage,
      partial: block.partial,
    });
  }
  if (wanted.has('restrictions')) shown.restrictions = list('restriction', []);
  return mark(shown, { kind: 'assoc' });
}

/** The exact place behind a continuation: the block itself, or when it is gone the second it was made in. */
async function placeOf(call: BlocksCall, text: string): Promise<Place> {
  const place = readPlace(text);
  const [block] = await call.services.stores.blocks.list({ ids: [place.id], limit: 1 }, call.now);
  if (block) return { at: block.at, id: block.id };
  return call.params.dir === 'newer' ? place : { at: endOfSecond(place.at), id: place.id };
}

/** `list=blocks`: blocks in force. */
export const blocks = defineModule({
  name: 'blocks',
  group: 'list',
  prefix: 'bk',
  className: 'ApiQueryBlocks',
  params,
  examples: [
    { query: 'action=query&list=blocks', message: 'apihelp-query+blocks-example-simple' },
    { query: 'action=query&list=blocks&bkusers=Alice|Bob', message: 'apihelp-query+blocks-example-users' },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Blocks'],
  errors: ['apierror-badip', 'apierror-cidrtoobroad', 'apierror-show', 'apierror-badcontinue'],
  async handle(call) {
    const { dir, start, end, ids, users, ip, limit, prop, show } = call.params;
    call.requireOne('max', 'users', 'ip');
    const oldestFirst = dir === 'newer';
    const place = call.params.continue === null ? null : await placeOf(call, call.params.continue);
    const address = ip === null ? null : addressAsked(ip);
    const shown = filterOf(show);
    // The store finds blocks that cover the first address of a range; they must cover the last one too.
    const covers = address && ((block: Block) => (block.rangeEnd ?? '') >= address.end);
    const query: Omit<BlockQuery, 'limit'> = {
      ...(ids === null || ids.length === 0 ? {} : { ids }),
      ...(users === null || users.length === 0 ? {} : { targets: users }),
      ...(address === null ? {} : { addressHex: address.start }),
      ...bounds(start, end, oldestFirst),
      oldestFirst,
    };
    const accept = shown || covers ? (block: Block) => (shown?.(block) ?? true) && (covers?.(block) ?? true) : null;
    const page = await readPage<Block>(limit, place, accept, (from, count) =>
      call.services.stores.blocks.list({ ...query, ...(from ? { continueFrom: from } : {}), limit: count }, call.now),
    );
    const wanted = new Set<string>(prop);
    if (page.next) call.continueWith('continue', placeText(page.next));
    answer(
      call,
      'blocks',
      list(
        'block',
        page.rows.map((block) => describe(block, wanted)),
      ),
    );
  },
});
