import type { Services } from '../../../auth/services.ts';
import { content, list, mark, type ResultObject } from '../../result.ts';

/** Canonical names by number; the project namespace has the configured name on this site. */
const CANONICAL: readonly (readonly [number, string])[] = [
  [-2, 'Media'],
  [-1, 'Special'],
  [0, ''],
  [1, 'Talk'],
  [2, 'User'],
  [3, 'User talk'],
  [4, 'Project'],
  [5, 'Project talk'],
  [6, 'File'],
  [7, 'File talk'],
  [8, 'MediaWiki'],
  [9, 'MediaWiki talk'],
  [10, 'Template'],
  [11, 'Template talk'],
  [12, 'Help'],
  [13, 'Help talk'],
  [14, 'Category'],
  [15, 'Category talk'],
];
const WITHOUT_SUBPAGES = new Set([-2, -1, 0, 6, 14]);

/** Numbers of all namespaces. */
export const namespaceIds: readonly number[] = CANONICAL.map(([id]) => id);

const localName = (services: Services, id: number, canonical: string): string => {
  const project = services.config.site.metaNamespace.replaceAll('_', ' ');
  if (id === 4) return project;
  return id === 5 ? `${project} talk` : canonical;
};

/** `siprop=namespaces`. */
export function namespaces(services: Services): ResultObject {
  const all: ResultObject = {};
  for (const [id, canonical] of CANONICAL) {
    const space: ResultObject = {
      id,
      case: 'first-letter',
      name: localName(services, id, canonical),
      subpages: !WITHOUT_SUBPAGES.has(id),
    };
    if (id !== 0) space.canonical = canonical;
    space.content = id === 0;
    space.nonincludable = false;
    if (id === 8) space.namespaceprotection = 'editinterface';
    all[String(id)] = content('name', space);
  }
  return mark(all, { tag: 'ns', kind: 'assoc' });
}

/** `siprop=namespacealiases`. */
export const namespaceAliases = (): ResultObject[] =>
  list('ns', [
    content<ResultObject>('alias', { id: 6, alias: 'Image' }),
    content<ResultObject>('alias', { id: 7, alias: 'Image talk' }),
  ]);
