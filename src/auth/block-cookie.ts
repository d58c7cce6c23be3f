import { equalConstantTime, hmacSha256Hex } from '../base/digest.ts';
import type { Block } from '../storage/ports/index.ts';
import type { Actor } from './actor.ts';
import type { Services } from './services.ts';

/** How long the cookie follows a blocked visitor at most. */
const LIFETIME_SECONDS = 86_400;

const NAME = 'BlockID';
/** Scripts of a page may read it, as MediaWiki's editors do. */
const OPTIONS = { httpOnly: false };

const sign = (secret: string, id: string): string => hmacSha256Hex(secret, `block-cookie:${id}`);

/** Blocks of addresses follow visitors, blocks of accounts follow the account where they ask for it (autoblock). */
const isFollowing = (block: Block, actor: Actor): boolean =>
  block.userId === null ? actor.user === null : block.autoblock;

async function blockOfCookie(services: Services, actor: Actor): Promise<Block | null> {
  if (!services.config.accounts.blockCookie) return null;
  const [id = '', signature = ''] = (actor.session.deviceCookie(NAME) ?? '').split('!');
  if (!/^[1-9]\d{0,15}$/.test(id)) return null;
  if (!services.secrets.some((secret) => equalConstantTime(sign(secret, id), signature))) return null;
  const [block] = await services.stores.blocks.list({ ids: [Number(id)], limit: 1 }, services.clock.now());
  return block && isFollowing(block, actor) ? block : null;
}

/** The blocks that hold for a caller: of the account, of the address, and the one that a cookie remembers. */
export async function blocksOf(services: Services, actor: Actor): Promise<Block[]> {
  const blocks = await services.accounts.blocks(actor.user, actor.address);
  if (actor.rights.has('ipblock-exempt')) return blocks;
  const followed = await blockOfCookie(services, actor);
  return followed && blocks.every(({ id }) => id !== followed.id) ? [...blocks, followed] : blocks;
}

/**
 * Gives a blocked caller the cookie by which the block follows it to other addresses (MediaWiki's `BlockID`), and takes
 * back one that has no meaning any more. Does nothing unless `accounts.blockCookie` is on.
 */
export async function followBlock(services: Services, actor: Actor): Promise<void> {
  if (!services.config.accounts.blockCookie) return;
  if (actor.session.deviceCookie(NAME) !== null) {
    if (await blockOfCookie(services, actor)) return;
    actor.session.dropFromDevice(NAME, OPTIONS);
  }
  const blocks = await services.accounts.blocks(actor.user, actor.address);
  const block = blocks.find((candidate) =>
    candidate.userId === null ? actor.user === null : actor.user !== null && candidate.autoblock,
  );
  if (!block) return;
  const left = block.expiresAt === null ? LIFETIME_SECONDS : Math.ceil((block.expiresAt - services.clock.now()) / 1000);
  const value = `${block.id}!${sign(services.secrets[0] as string, String(block.id))}`;
  actor.session.keepOnDevice(NAME, value, Math.min(LIFETIME_SECONDS, left), OPTIONS);
}
