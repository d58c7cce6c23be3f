import { type Message, msg, plain } from '../base/message.ts';
import { isoTime } from '../base/time.ts';
import type { Block } from '../storage/ports/index.ts';

/**
 * Tells a blocked caller why, by whom and until when. Parameters as MediaWiki's `blockedtext`: blocker link, reason,
 * own address, blocker name, block id, expiry, target, start.
 */
export function blockMessage(block: Block, address: string): Message {
  return msg(
    block.partial ? 'blockedtext-partial' : 'blockedtext',
    `[[User:${block.byName}|${block.byName}]]`,
    plain(block.reason),
    plain(address),
    plain(block.byName),
    block.id,
    block.expiresAt === null ? msg('infiniteblock') : isoTime(block.expiresAt),
    plain(block.target),
    isoTime(block.at),
  );
}
