import { marksOf, numericOrder, type ResultObject, type ResultValue } from '../result.ts';

const isSequence = (keys: readonly string[]): boolean => keys.every((key, index) => key === String(index));

/**
 * The tree as `formatversion=1` has it: true is `""`, false is absent, the text of a node is `*`, and maps take the
 * shapes that {@link Marks} tells. Returns a copy; the tree stays as it is.
 */
export function legacyTree(node: ResultValue): ResultValue {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return legacyList(node);
  return legacyObject(node);
}

function legacyList(items: readonly ResultValue[]): ResultValue[] {
  const copy: ResultValue[] = [];
  for (const item of items) {
    if (item === false) continue;
    copy.push(item === true ? '' : legacyTree(item));
  }
  return copy;
}

function legacyObject(object: ResultObject): ResultValue {
  const marks = marksOf(object);
  const copy: ResultObject = {};
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const name = key === marks?.content ? '*' : key;
    if (typeof value !== 'boolean') copy[name] = legacyTree(value);
    else if (marks?.plainBooleans?.includes(key)) copy[name] = value;
    else if (value) copy[name] = '';
  }
  if (marks?.kind === 'bc-array') {
    const keys = numericOrder(copy);
    if (isSequence(keys)) return keys.map((key) => copy[key] as ResultValue);
  }
  if (marks?.kind === 'bc-kvp') {
    const keyName = marks.keyName ?? 'name';
    return Object.entries(copy).map(
      ([key, value]): ResultObject =>
        marks.merge && typeof value === 'object' && value !== null && !Array.isArray(value)
          ? { ...value, [keyName]: key }
          : { [keyName]: key, '*': value },
    );
  }
  return copy;
}
