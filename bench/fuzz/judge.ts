import type { WireAnswer } from '../wire/connection.ts';
import { checkPhp } from './php.ts';
import { checkXml } from './xml.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

function checkBody(type: string, body: Buffer): void {
  if (body.length === 0) return;
  const text = decoder.decode(body);
  const media = type.split(';', 1)[0]?.trim().toLowerCase();
  if (media === 'application/json') JSON.parse(text);
  else if (media === 'text/javascript') {
    const padded = /^\/\*\*\/[\w.$[\]'"\\]*\((.*)\)$/s.exec(text);
    if (!padded) throw new Error('no call of a function');
    JSON.parse(padded[1] as string);
  } else if (media === 'text/xml' || media === 'application/xml') checkXml(text);
  else if (media === 'application/vnd.php.serialized') checkPhp(body);
}

/** What is wrong with an answer; null when nothing is. */
export function judge(answer: WireAnswer): string | null {
  const { status, headers, body } = answer;
  if (status >= 500) return `status ${status}: ${body.toString().slice(0, 300)}`;
  const error = headers.get('mediawiki-api-error')?.[0];
  if (error?.startsWith('internal_api_error')) return `error ${error}: ${body.toString().slice(0, 300)}`;
  if (headers.has('content-encoding')) return null;
  const type = headers.get('content-type')?.[0] ?? '';
  try {
    checkBody(type, body);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the answer is no ${type}: ${reason}: ${body.toString().slice(0, 300)}`;
  }
}
