import { type Message, msg } from '../base/message.ts';
import { isoTime, parseExpiry } from '../base/time.ts';
import { type CodedMessage, coded } from '../errors/coded-message.ts';
import type { Block, LogActor, NewBlock, Stores, UserRecord } from '../storage/ports/index.ts';
import type { BlockTarget } from './block-target.ts';
import { tooWide } from './block-target.ts';

/** What a new block does. */
export interface BlockOrder {
  readonly target: BlockTarget;
  /** As it was typed (`3 days`, `infinite`, a time): the log keeps these words. */
  readonly expiry: string;
  readonly reason: string;
  readonly blocksAccountCreation: boolean;
  readonly blocksEmail: boolean;
  readonly blocksTalkPage: boolean;
  readonly autoblock: boolean;
  readonly anonymousOnly: boolean;
  /** Change the block that there is already. */
  readonly replace: boolean;
}

/** The block, or why there is none. */
export type BlockOutcome = { readonly block: Block } | { readonly refused: CodedMessage };

const refuse = (message: Message, code?: string): BlockOutcome => ({ refused: coded(message, code) });

/** Longest reason that is kept, in characters (MediaWiki's limit on comments). */
const REASON_LIMIT = 500;
/** The last second that four digits of a year can say. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** A reason or comment as it is stored: trimmed, at most 500 characters. */
export const tidyReason = (text: string): string => {
  const clean = text.trim();
  const characters = [...clean];
  return characters.length > REASON_LIMIT ? `${characters.slice(0, REASON_LIMIT - 3).join('')}...` : clean;
};

/**
 * Why somebody who is blocked may not change this block; null = may. Blocked administrators can only deal with their
 * own block (when it is their own doing or they have `unblockself`) and block whoever blocked them.
 */
export function blockedFromBlocking(
  performer: { readonly user: UserRecord | null; readonly rights: ReadonlySet<string> },
  own: readonly Block[],
  target: BlockTarget | null,
): CodedMessage | null {
  const block = own.find((b) => !b.partial);
  if (!block) return null;
  const targetId = target?.kind === 'account' ? target.user.id : null;
  if (performer.user && targetId === performer.user.id) {
    const may = block.byId === performer.user.id || performer.rights.has('unblockself');
    return may ? null : coded(msg('ipbnounblockself'));
  }
  if (targetId !== null && targetId === block.byId) return null;
  return coded(msg('ipbblocked'));
}

const sameEffect = (a: NewBlock, b: NewBlock): boolean =>
  a.expiresAt === b.expiresAt &&
  a.reason === b.reason &&
  a.blocksAccountCreation === b.blocksAccountCreation &&
  a.blocksEmail === b.blocksEmail &&
  a.blocksTalkPage === b.blocksTalkPage &&
  a.autoblock === b.autoblock &&
  a.anonymousOnly === b.anonymousOnly &&
  a.partial === b.partial;

function logFlags(order: BlockOrder): string[] {
  const isAccount = order.target.kind === 'account';
  const flags: string[] = [];
  if (!isAccount && order.anonymousOnly) flags.push('anononly');
  if (order.blocksAccountCreation) flags.push('nocreate');
  if (isAccount && !order.autoblock) flags.push('noautoblock');
  if (order.blocksEmail) flags.push('noemail');
  if (order.blocksTalkPage) flags.push('nousertalk');
  return flags;
}

/** Turns an order into the block that it asks for, or says what is wrong with it. */
function readOrder(
  order: BlockOrder,
  performer: LogActor,
  now: number,
): { block: NewBlock } | { refused: CodedMessage } {
  const { target } = order;
  const limit = tooWide(target);
  if (limit !== null) return { refused: coded(msg('ip_range_toolarge', limit)) };
  const expiry = parseExpiry(order.expiry, now);
  if (expiry === null || (expiry !== 'infinite' && (expiry < 0 || expiry > LATEST)))
    return { refused: coded(msg('ipb_expiry_invalid'), 'invalidexpiry') };
  if (expiry !== 'infinite' && expiry < Math.floor(now / 1000) * 1000) return { refused: coded(msg('ipb_expiry_old')) };
  const isAccount = target.kind === 'account';
  return {
    block: {
      userId: isAccount ? target.user.id : null,
      target: target.name,
      rangeStart: isAccount ? null : target.start,
      rangeEnd: isAccount ? null : target.end,
      byId: performer.id,
      byName: performer.name,
      reason: tidyReason(order.reason),
      at: now,
      expiresAt: expiry === 'infinite' ? null : expiry,
      blocksAccountCreation: order.blocksAccountCreation,
      blocksEmail: order.blocksEmail,
      blocksTalkPage: order.blocksTalkPage,
      autoblock: isAccount && order.autoblock,
      anonymousOnly: !isAccount && order.anonymousOnly,
      partial: false,
    },
  };
}

/**
 * Places or changes a block and writes it into the public log. Asks nobody's rights: callers do.
 * Refuses with `ip_range_toolarge`, `invalidexpiry`, `ipb_expiry_old` and `alreadyblocked` (also when a change would
 * change nothing).
 */
export async function putBlock(
  stores: Pick<Stores, 'blocks' | 'log'>,
  performer: LogActor,
  order: BlockOrder,
  now: number,
): Promise<BlockOutcome> {
  const read = readOrder(order, performer, now);
  if ('refused' in read) return read;
  const [before] = await stores.blocks.list({ targets: [order.target.name], limit: 1 }, now);
  const already = refuse(msg('ipb_already_blocked', order.target.name), 'alreadyblocked');
  if (before && (!order.replace || sameEffect(before, read.block))) return already;
  const block = await stores.blocks.put(read.block, order.replace, now);
  if (!block) return already;
  await stores.log.add({
    type: 'block',
    action: before ? 'reblock' : 'block',
    actor: performer,
    title: `User:${block.target}`,
    namespace: 2,
    comment: block.reason,
    params: {
      duration: block.expiresAt === null ? 'infinity' : order.expiry,
      flags: logFlags(order),
      sitewide: true,
      ...(block.expiresAt === null ? {} : { expiry: isoTime(block.expiresAt) }),
    },
    at: block.at,
  });
  return { block };
}

/** Lifts a block and writes it into the public log. Refuses with `cantunblock` when there is none in force. */
export async function removeBlock(
  stores: Pick<Stores, 'blocks' | 'log'>,
  performer: LogActor,
  target: string,
  reason: string,
  now: number,
): Promise<BlockOutcome> {
  const block = await stores.blocks.remove(target);
  if (!block || (block.expiresAt !== null && block.expiresAt <= now)) {
    return refuse(msg('ipb_cant_unblock', target), 'cantunblock');
  }
  await stores.log.add({
    type: 'block',
    action: 'unblock',
    actor: performer,
    title: `User:${block.target}`,
    namespace: 2,
    comment: tidyReason(reason),
    params: {},
    at: now,
  });
  return { block };
}
