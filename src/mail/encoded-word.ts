/** Bytes of text in one encoded word: with `=?UTF-8?B?` and `?=` around the base64 form it stays within 75 characters. */
const CHUNK_BYTES = 45;

const isPlain = (value: string): boolean => /^[\x20-\x7e]*$/.test(value) && !value.includes('=?');

const word = (chunk: string): string => `=?UTF-8?B?${Buffer.from(chunk, 'utf8').toString('base64')}?=`;

/** The value of a text header (RFC 2047): plain ASCII as it is, all else as base64 words on folded lines. */
export function encodeHeaderText(value: string): string {
  if (isPlain(value)) return value;
  const words: string[] = [];
  let chunk = '';
  for (const character of value) {
    if (Buffer.byteLength(chunk + character) > CHUNK_BYTES) {
      words.push(word(chunk));
      chunk = '';
    }
    chunk += character;
  }
  if (chunk !== '') words.push(word(chunk));
  return words.join('\n ');
}

/** `Name <address>` or a bare address, with the name encoded where it must be. */
export function encodeMailbox(mailbox: string): string {
  const parts = /^(.*)<([^<>]*)>$/s.exec(mailbox);
  if (!parts) return mailbox;
  const name = (parts[1] ?? '').trim().replace(/^"(.*)"$/s, '$1');
  const address = `<${parts[2]}>`;
  if (name === '') return address;
  if (!isPlain(name)) return `${encodeHeaderText(name)} ${address}`;
  return /^[A-Za-z0-9 !#$%&'*+\-/=?^_`{|}~]*$/.test(name)
    ? `${name} ${address}`
    : `"${name.replace(/["\\]/g, '\\$&')}" ${address}`;
}
