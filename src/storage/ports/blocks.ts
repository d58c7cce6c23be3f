/** What a block does and to whom. Times are milliseconds. */
export interface NewBlock {
  /** An account… */
  readonly userId: number | null;
  /** …or an address or CIDR range; for an account its name. */
  readonly target: string;
  /** Inclusive bounds of an address or range as 32 lower-case hex digits (IPv4 as `::ffff:a.b.c.d`), else null. */
  readonly rangeStart: string | null;
  readonly rangeEnd: string | null;
  readonly byId: number;
  readonly byName: string;
  readonly reason: string;
  readonly at: number;
  /** null = for ever. */
  readonly expiresAt: number | null;
  readonly blocksAccountCreation: boolean;
  readonly blocksEmail: boolean;
  readonly blocksTalkPage: boolean;
  readonly autoblock: boolean;
  /** An address block that leaves signed-in users alone. */
  readonly anonymousOnly: boolean;
  /** Only parts of the site are blocked (kept for import; never set by Latchkey itself). */
  readonly partial: boolean;
}

export interface Block extends NewBlock {
  readonly id: number;
}

/** Which blocks, newest first unless `oldestFirst`; ties by id. Expired ones never. */
export interface BlockQuery {
  readonly ids?: readonly number[];
  readonly targets?: readonly string[];
  /** Blocks that cover this address (hex form as in {@link NewBlock}). */
  readonly addressHex?: string;
  readonly kind?: 'account' | 'address' | 'range';
  readonly temporary?: boolean;
  readonly start?: number;
  readonly end?: number;
  readonly continueFrom?: { readonly at: number; readonly id: number };
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

/** Blocks of accounts, addresses and ranges. */
export interface BlockStore {
  /**
   * Adds a block, or with `replace` changes the one that this target has, which keeps its id. Null when there is one and
   * not `replace`. One that has expired by `now` counts as none.
   */
  put(block: NewBlock, replace: boolean, now: number): Promise<Block | null>;
  /** Removes the block of this exact target; resolves to what was there, be it expired or not. */
  remove(target: string): Promise<Block | null>;
  /** Blocks in force at `now` on this account or on this address (hex form), narrowest first. */
  inForce(userId: number | null, addressHex: string | null, now: number): Promise<Block[]>;
  list(query: BlockQuery, now: number): Promise<Block[]>;
}
