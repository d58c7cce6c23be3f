import { randomBase32Hex } from '../base/random.ts';

/** A temporary password: ten characters `[0-9a-v]`, as MediaWiki makes them, or more where a policy wants more. */
export const randomPassword = (minimum = 0): string => randomBase32Hex(Math.max(10, minimum));

/** A bot password: 32 characters, which is the length that `action=login` recognises one by. */
export const randomBotPassword = (): string => randomBase32Hex(32);
