/** A piece of a parsed message. Strings are literal text. */
export type MessageNode =
  | string
  | { readonly type: 'param'; readonly index: number }
  | { readonly type: 'variable'; readonly name: 'SITENAME' }
  | { readonly type: 'plural' | 'gender'; readonly of: MessageNodes; readonly forms: readonly MessageNodes[] }
  | { readonly type: 'grammar'; readonly form: string; readonly word: MessageNodes }
  | { readonly type: 'tag'; readonly name: TagName; readonly children: MessageNodes }
  | { readonly type: 'bold' | 'italic'; readonly children: MessageNodes }
  | { readonly type: 'link'; readonly target: MessageNodes; readonly label: MessageNodes | null }
  | { readonly type: 'external'; readonly url: MessageNodes; readonly label: MessageNodes };

/** A parsed message. */
export type MessageNodes = readonly MessageNode[];

/** Tags that a message may hold, without attributes. */
export const TAGS = ['code', 'var', 'kbd', 'samp', 'strong', 'em', 'small'] as const;

/** Name of a {@link TAGS | tag}. */
export type TagName = (typeof TAGS)[number];
