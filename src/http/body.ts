import type { ParamText } from '../api/request.ts';
import { parseForm } from './form.ts';
import { parseMultipart } from './multipart.ts';

const NOTHING: ReadonlyMap<string, ParamText> = new Map();

/** Parameters of a body. Only a POST with a form has any: bodies of other types are ignored, as MediaWiki does. */
export function parseBody(
  method: string,
  contentType: string | undefined,
  body: Uint8Array | null,
): ReadonlyMap<string, ParamText> | Promise<ReadonlyMap<string, ParamText>> {
  if (method !== 'POST' || body === null || body.length === 0 || contentType === undefined) return NOTHING;
  const type = contentType.split(/[;,]/, 1)[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') {
    return parseForm(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'replace');
  }
  return type === 'multipart/form-data' ? parseMultipart(contentType, body) : NOTHING;
}
