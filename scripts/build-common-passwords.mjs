// Rewrites src/passwords/common/common-passwords.json from the filter file of wikimedia/common-passwords.
// Usage: node scripts/build-common-passwords.mjs PATH/common-x64.json
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const [source] = parseArgs({ allowPositionals: true }).positionals;
if (source === undefined) {
  console.error('usage: node scripts/build-common-passwords.mjs PATH/common-x64.json');
  process.exit(2);
}

const { bit_array: bitArray, hashers } = JSON.parse(readFileSync(source, 'utf8'));
const bits = Buffer.from(bitArray.arr, 'base64');
if (hashers.algo !== 'sha1' || hashers.max !== bitArray.len || bits.length !== Math.ceil(bitArray.len / 8)) {
  console.error(`${source} is not a filter of the known form`);
  process.exit(1);
}

const filter = { length: bitArray.len, hashes: hashers.count, bits: bits.toString('base64') };
const target = new URL('../src/passwords/common/common-passwords.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(filter, null, 2)}\n`);
console.log(`${filter.length} bits, ${filter.hashes} positions a word`);
