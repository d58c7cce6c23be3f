import type { BreachListOptions, BreachLookup } from './lookup.ts';
import { countInRange } from './range-lines.ts';

/** Largest answer that is read; a padded range of Pwned Passwords has about 60 kB. */
const MAX_BYTES = 1_000_000;

/** Asks a range service. The answer is padded where the service can do that, so that its size tells nothing. */
export function remoteRanges(options: BreachListOptions): BreachLookup {
  const request = options.fetch ?? fetch;
  return async (sha1) => {
    const address = new URL(sha1.slice(0, 5), options.source.endsWith('/') ? options.source : `${options.source}/`);
    const response = await request(address, {
      headers: { 'Add-Padding': 'true', 'User-Agent': 'Latchkey' },
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    if (!response.ok) throw new Error(`the service answered ${response.status}`);
    return countInRange(await readText(response), sha1);
  };
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('the service answered with too much');
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}
