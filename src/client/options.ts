import type { Answer } from './answers.ts';
import type { Api } from './api.ts';
import { promiseOf, type RequestPromise } from './request-promise.ts';

/** The last saving at each address: the next one waits for it. */
const pending = new Map<string, RequestPromise<Answer | undefined>>();

/** Saves preferences, as many as possible at once; waits for what is being saved already. */
export function saveOptions(
  api: Pick<Api, 'defaults' | 'postWithToken'>,
  options: Readonly<Record<string, string | number | boolean | null>>,
): RequestPromise<Answer | undefined> {
  const { url } = api.defaults.ajax;
  const before = pending.get(url);
  const separate: (readonly [string, string | null])[] = [];
  const together: string[] = [];
  for (const [name, given] of Object.entries(options)) {
    const value = given === null ? null : String(given);
    // A name with "=" cannot stand in a list, nor can a "|" without the other separator.
    const fits = !name.includes('=') && (api.defaults.useUS || !`${name}${value ?? ''}`.includes('|'));
    if (!fits) separate.push([name, value]);
    else together.push(value === null ? name : `${name}=${value}`);
  }
  const request = { action: 'options', formatversion: 2 } as const;
  const saving = promiseOf(async () => {
    await before?.catch(() => undefined);
    let answer: Answer | undefined;
    for (const [optionname, value] of separate) {
      answer = await api.postWithToken('csrf', {
        ...request,
        optionname,
        ...(value !== null && { optionvalue: value }),
      });
    }
    if (together.length > 0) answer = await api.postWithToken('csrf', { ...request, change: together });
    return answer;
  });
  pending.set(url, saving);
  const forget = (): void => {
    if (pending.get(url) === saving) pending.delete(url);
  };
  saving.always(forget);
  return saving;
}
