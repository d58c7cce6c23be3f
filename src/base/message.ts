/**
 * A translatable message: a key of the message files and its parameters.
 *
 * A value, not a text. It turns into text in `i18n/`, in the language and form that the reader asked for.
 */
export interface Message {
  readonly key: string;
  readonly params: readonly MessageParam[];
}

/**
 * One parameter of a message. In raw form on the wire a string or number stays as it is and the objects keep their
 * single key: `{"plaintext":"x"}`, `{"num":5}`, `{"list":[…],"type":"comma"}`, `{"duration":300}` (seconds).
 */
export type MessageParam =
  | string
  | number
  | Message
  | { readonly plaintext: string }
  | { readonly num: number }
  | { readonly duration: number }
  | { readonly list: readonly MessageParam[]; readonly type: 'comma' | 'semicolon' | 'pipe' | 'text' };

/** Builds a {@link Message}. */
export const msg = (key: string, ...params: MessageParam[]): Message => ({ key, params });

/** A text that must be shown as it is, never read as markup. */
export const plain = (plaintext: string): MessageParam => ({ plaintext });

/** A number shown in the digits and grouping of the reader's language. */
export const num = (n: number): MessageParam => ({ num: n });

/** A span of time in seconds, shown in words. */
export const duration = (seconds: number): MessageParam => ({ duration: seconds });

/** A list of parameters joined as the reader's language does. */
export const listOf = (
  list: readonly MessageParam[],
  type: 'comma' | 'semicolon' | 'pipe' | 'text' = 'comma',
): MessageParam => ({ list, type });

/** Whether a parameter is itself a message. */
export const isMessage = (p: unknown): p is Message =>
  typeof p === 'object' && p !== null && 'key' in p && 'params' in p;
