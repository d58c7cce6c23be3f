import { createHmac } from 'node:crypto';

/** A Bloom filter as it is stored. */
export interface BloomFilterData {
  /** Number of bits. */
  readonly length: number;
  /** Number of positions for each word. */
  readonly hashes: number;
  /** The bits in Base64, bit 0 the lowest of the first byte. */
  readonly bits: string;
}

/** A set of words that is sometimes wrong about words it does not hold, never about those it does. */
export interface BloomFilter {
  has(word: string): boolean;
}

/**
 * The filter over stored bits. Position number `i` of a word is the first 63 bits of HMAC-SHA-1 with the key `i` in
 * decimal, modulo the length: the scheme of the PHP library that the bits come from.
 */
export function bloomFilter({ length, hashes, bits }: BloomFilterData): BloomFilter {
  const bytes = Buffer.from(bits, 'base64');
  const position = (word: string, index: number): number => {
    const digest = createHmac('sha1', String(index)).update(word, 'utf8').digest();
    const high = digest.readUInt32BE(0) & 0x7fffffff;
    return Number(((BigInt(high) << 32n) | BigInt(digest.readUInt32BE(4))) % BigInt(length));
  };
  return {
    has: (word) => {
      for (let index = 0; index < hashes; index++) {
        const at = position(word, index);
        if (((bytes[at >> 3] ?? 0) & (1 << (at & 7))) === 0) return false;
      }
      return true;
    },
  };
}
