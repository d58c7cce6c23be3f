import { randomBase32Hex } from '../base/random.ts';

/** A temporary password: ten characters `[0-9a-v]`, as MediaWiki makes them, or as many as asked for. */
export const randomPassword = (length = 10): string => randomBase32Hex(length);

/** A bot password: 32 characters, which is the length that `action=login` recognises one by. */
export const randomBotPassword = (): string => randomBase32Hex(32);
