/**
 * The tree of an answer. It is written in its `formatversion=2` form; marks say what the older forms need.
 *
 * - booleans: fv1 and XML write true as `""` and leave false out.
 * - `list(tag, items)`: an array and the element name of its items in XML (`_v` when unnamed).
 * - `content(key, object)`: the member that is an element's text in XML and `*` in fv1.
 * - `numericMap(tag, object)`: an object with numeric keys that fv1 writes as an array (MediaWiki's BCassoc).
 * - `named(tag, idKey, object)`: a map whose entries are elements of one name with the key as an attribute in XML
 *   (MediaWiki's kvp / BCkvp), see the fields of {@link Marks}.
 */
export type ResultValue = string | number | boolean | null | ResultValue[] | ResultObject;
export interface ResultObject {
  [key: string]: ResultValue | undefined;
}

/** What a node tells the formats about itself. */
export interface Marks {
  /** XML element name of the items of a list or map. */
  tag?: string;
  /** `array`: fv1 writes an object with numeric keys as an array. `assoc`: an object in every format. */
  kind?: 'assoc' | 'bc-array' | 'kvp' | 'bc-kvp';
  /** With kvp: the attribute or member that holds the key. */
  keyName?: string;
  /** The member that is the text of the element. */
  content?: string;
  /** Scalar members that XML writes as elements of their own. */
  subelements?: readonly string[];
  /** Boolean members that fv1 writes as real booleans. */
  plainBooleans?: readonly string[];
  /** Members that XML must write as attributes although their names are not names (escaped), or keep whitespace. */
  preserveWhitespace?: readonly string[];
}

const MARKS = Symbol('result marks');
type Marked = { [MARKS]?: Marks };

/** Adds marks to an array or object; returns it. */
export function mark<T extends object>(node: T, marks: Marks): T {
  const before = (node as Marked)[MARKS];
  Object.defineProperty(node, MARKS, { value: before ? { ...before, ...marks } : marks, configurable: true, enumerable: false });
  return node;
}

/** The marks of a node, if any. */
export const marksOf = (node: object): Marks | undefined => (node as Marked)[MARKS];

/** A list whose items are `<tag>` in XML. */
export const list = <T extends ResultValue>(tag: string, items: T[]): T[] => mark(items, { tag });

/** An object one of whose members is the element's text (XML) and `*` (fv1). */
export const content = <T extends ResultObject>(key: string, object: T): T => mark(object, { content: key });

/** An object with numeric keys that fv1 writes as an array. */
export const numericMap = <T extends ResultObject>(tag: string, object: T): T => mark(object, { tag, kind: 'bc-array' });
