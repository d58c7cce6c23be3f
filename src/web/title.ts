const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** The title that a path names by the configured pattern (`/wiki/$1`); null when it names none. */
export function titleOfPath(path: string, articlePath: string): string | null {
  const [before = '', after = ''] = articlePath.split('$1');
  const fits = path.startsWith(before) && path.endsWith(after) && path.length > before.length + after.length;
  return fits ? decode(path.slice(before.length, path.length - after.length)) : null;
}

const readable = (title: string): string => title.replace(/[_\s]+/g, ' ').trim();
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The name of the special page that a title means, without the namespace; null for other titles. */
export function specialPage(title: string): string | null {
  const name = /^special *: *(.+)$/i.exec(readable(title))?.[1];
  return name === undefined ? null : capital(name);
}

/** A title as pages of the main namespace are named: spaces, and a capital letter. */
export const mainTitle = (title: string): string => capital(readable(title));

/** The title of the page that the site begins with. */
export const MAIN_PAGE = 'Main_Page';

const encode = (title: string): string =>
  encodeURIComponent(title.replaceAll(' ', '_')).replace(/%(?:3A|2F)/g, decodeURIComponent);

/**
 * The address of a page by its title, with a query. Always one of this site, whatever the title says: no slash can stand
 * where it would make the path the name of a host.
 */
export function pathOf(
  articlePath: string,
  title: string,
  query: Readonly<Record<string, string | null>> = {},
): string {
  const path = articlePath.replace('$1', () => encode(title.replace(/^[/\\\s]+/, '')));
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
