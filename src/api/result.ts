/**
 * The tree of an answer. It is written in its `formatversion=2` form; marks say what the older forms need.
 *
 * - booleans: fv1 and XML write true as `""` and leave false out.
 * - `list(tag, items)`: an array and the element name of its items in XML (`_v` when unnamed).
 * - `content(key, object)`: the member that is an element's text in XML and `*` in fv1.
 * - `numericMap(tag, object)`: an object with numeric keys that fv1 writes as an array (MediaWiki's BCassoc).
 * - `pageMap(tag, object)`: an object with numeric keys that fv2 writes as a list (MediaWiki's BCarray).
 * - kinds `kvp` and `bc-kvp`: a map whose entries are elements of one name with the key as an attribute in XML, see the
 *   fields of {@link Marks}.
 */
export type ResultValue = string | number | boolean | null | ResultValue[] | ResultObject;
export interface ResultObject {
  [key: string]: ResultValue | undefined;
}

/** What a node tells the formats about itself. */
export interface Marks {
  /** XML element name of the items of a list or map. */
  tag?: string;
  /**
   * `assoc`: an object in every format. `bc-array`: fv1 writes an object with numeric keys as an array. `fv1-map`: an
   * object in fv1 and XML, a list ordered by key in fv2. `kvp`: a list of pairs in XML. `bc-kvp`: also in fv1.
   */
  kind?: 'assoc' | 'bc-array' | 'fv1-map' | 'kvp' | 'bc-kvp';
  /** With kvp: the attribute or member that holds the key. */
  keyName?: string;
  /** With kvp: entries that are objects get the key as one more member instead of becoming a pair. */
  merge?: boolean;
  /** The member that is the text of the element. */
  content?: string;
  /** Scalar members that XML writes as elements of their own. */
  subelements?: readonly string[];
  /** Boolean members that fv1 writes as real booleans. */
  plainBooleans?: readonly string[];
  /** Members whose names XML writes as they are, without escaping. */
  preserveNames?: readonly string[];
}

const MARKS = Symbol('result marks');
type Marked = { [MARKS]?: Marks };

/** Adds marks to an array or object; returns it. */
export function mark<T extends object>(node: T, marks: Marks): T {
  const before = (node as Marked)[MARKS];
  Object.defineProperty(node, MARKS, {
    value: before ? { ...before, ...marks } : marks,
    configurable: true,
    enumerable: false,
  });
  return node;
}

/** The marks of a node, if any. */
export const marksOf = (node: object): Marks | undefined => (node as Marked)[MARKS];

/** A list whose items are `<tag>` in XML. */
export const list = <T extends ResultValue>(tag: string, items: T[]): T[] => mark(items, { tag });

/** An object one of whose members is the element's text (XML) and `*` (fv1). */
export const content = <T extends ResultObject>(key: string, object: T): T => mark(object, { content: key });

/** An object with numeric keys that fv1 writes as an array. */
export const numericMap = <T extends ResultObject>(tag: string, object: T): T =>
  mark(object, { tag, kind: 'bc-array' });

/** Keys of a map with numeric keys in ascending order. */
export const numericOrder = (object: object): string[] => Object.keys(object).sort((a, b) => Number(a) - Number(b));

/** An object with numeric keys that fv2 writes as a list in the order of the keys (MediaWiki's BCarray). */
export function pageMap<T extends ResultObject>(tag: string, object: T): T {
  // JSON.stringify finds this by itself, so that the fv2 path needs no walk over the tree.
  Object.defineProperty(object, 'toJSON', {
    value: () => numericOrder(object).map((key) => object[key]),
    enumerable: false,
  });
  return mark(object, { tag, kind: 'fv1-map' });
}

/** The object under `key`, made when it is not there: `child(call.result, 'query')`. */
export function child(parent: ResultObject, key: string): ResultObject {
  const present = parent[key];
  if (typeof present === 'object' && present !== null && !Array.isArray(present)) return present;
  const made: ResultObject = {};
  parent[key] = made;
  return made;
}
