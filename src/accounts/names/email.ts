const ADDRESS = /^[a-z0-9!#$%&'*+\-/=?^_`{|}~.]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

/**
 * Whether MediaWiki would take a text as a mail address: one `@`, ASCII, no spaces, no trimming. Lax on purpose
 * (`a@localhost` and `a@-example.org` pass); longer than 255 bytes, the width of its column, fails.
 */
export const isValidEmail = (text: string): boolean => text.length <= 255 && ADDRESS.test(text);
