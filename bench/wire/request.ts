/** A request before it is bytes. Text is bytes: each character stands for one of them. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Null: none, and no `Content-Length`. */
  readonly body: string | null;
}

/** UTF-8 of a text, with one character for each byte. */
export const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** `%XX` for all bytes but the harmless ones. */
export const percent = (bytes: string): string =>
  bytes.replace(/[^A-Za-z0-9._~-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** `a=1&b=2` of bytes. */
export const form = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&');

/** The bytes that go over the wire. */
export function requestBytes(request: WireRequest, host: string): Buffer {
  const { method, target, headers, body } = request;
  let text = `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n`;
  for (const [name, value] of headers) text += `${name}: ${value}\r\n`;
  if (body !== null) text += `Content-Length: ${body.length}\r\n`;
  return Buffer.from(`${text}\r\n${body ?? ''}`, 'latin1');
}
