/** Keeps text literal where markdown would read markup, also in a cell of a table. */
export const literal = (text: string): string => text.replace(/[\\*_<>[\]|`]/g, '\\$&').replaceAll('\n', ' ');

/** A name or value as code; in a table a bar would end the cell. */
export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** Values as code, between commas. */
export const codes = (texts: readonly string[]): string => texts.map(code).join(', ');

/** A table; nothing when it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Paragraphs as one page. */
export const page = (...parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

/** The first line of every page that is made. */
export const MADE = '<!-- Made from the declarations by `node scripts/docs.mjs`: change those, not this page. -->';
