import { decodeEntities } from '../../accounts/names/entities.ts';
import { normaliseTitle } from '../params/title.ts';

/** Namespaces by the words that may stand before the colon, lower case. */
const NAMESPACES: Readonly<Record<string, readonly [number, string]>> = {
  media: [-2, 'Media'],
  special: [-1, 'Special'],
  talk: [1, 'Talk'],
  user: [2, 'User'],
  'user talk': [3, 'User talk'],
  project: [4, 'Project'],
  'project talk': [5, 'Project talk'],
  file: [6, 'File'],
  'file talk': [7, 'File talk'],
  image: [6, 'File'],
  'image talk': [7, 'File talk'],
  mediawiki: [8, 'MediaWiki'],
  'mediawiki talk': [9, 'MediaWiki talk'],
  template: [10, 'Template'],
  'template talk': [11, 'Template talk'],
  help: [12, 'Help'],
  'help talk': [13, 'Help talk'],
  category: [14, 'Category'],
  'category talk': [15, 'Category talk'],
};

const TALK = 1;

const namespaceOf = (text: string): readonly [number, string] | undefined => {
  const name = text.trim().toLowerCase();
  return Object.hasOwn(NAMESPACES, name) ? NAMESPACES[name] : undefined;
};

/** The title of a page with the canonical name of its namespace, and that namespace's number. Null when it is no title. */
export function pageTitle(text: string): { readonly title: string; readonly namespace: number } | null {
  const beforeFragment = decodeEntities(text).split('#', 1)[0] ?? '';
  const clean = normaliseTitle(beforeFragment.replace(/^\s*:/, ''));
  if (clean === null) return null;
  const colon = clean.indexOf(':');
  const space = colon < 0 ? undefined : namespaceOf(clean.slice(0, colon));
  const rest = (space ? clean.slice(colon + 1) : clean).trim();
  // The discussion of a page of another namespace is in that namespace's own discussions.
  if (space?.[0] === TALK && rest.includes(':') && namespaceOf(rest.slice(0, rest.indexOf(':')))) return null;
  const [first = ''] = rest;
  if (first === '') return null;
  const name = first.toUpperCase() + rest.slice(first.length);
  return space ? { title: `${space[1]}:${name}`, namespace: space[0] } : { title: name, namespace: 0 };
}
