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

/** The name of the special page that a title means, without the namespace; null for other titles. */
export function specialPage(title: string): string | null {
  const text = title.replace(/[_\s]+/g, ' ').trim();
  const name = /^special *: *(.+)$/i.exec(text)?.[1];
  return name === undefined ? null : name.charAt(0).toUpperCase() + name.slice(1);
}
