import type { WireRequest } from '../wire/request.ts';

/** Bytes inside a shell's `$'…'`. */
const shell = (bytes: string): string =>
  `$'${bytes.replace(/[^\x20-\x7e]|['\\]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`;

/** Bytes as the format of `printf`, which takes NUL as well. */
const printf = (bytes: string): string =>
  `printf '${bytes.replace(/[^\x20-\x7e]|['\\%]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`;

/** A request as a line for bash. */
export function asCurl(request: WireRequest, url: string): string {
  const { method, target, headers, body } = request;
  const words = ['curl', '-i', '--path-as-is', '--globoff', '-X', method];
  if (method === 'HEAD') words.push('-I');
  for (const [name, value] of headers) words.push('-H', shell(value === '' ? `${name};` : `${name}: ${value}`));
  if (body !== null) words.push('--data-binary', '@-');
  words.push(shell(url + target));
  return body === null ? words.join(' ') : `${printf(body)} | ${words.join(' ')}`;
}

/** Bytes that are no request, as a line for bash. */
export const asNetcat = (bytes: string, url: string): string => {
  const { hostname, port } = new URL(url);
  return `${printf(bytes)} | nc -q 2 ${hostname} ${port}`;
};
