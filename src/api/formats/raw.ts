import { marksOf, type ResultObject, type ResultValue } from '../result.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';

/** The tree with its marks as members whose names begin with `_`, for people who write modules. */
function withMarks(node: ResultValue): ResultValue {
  if (typeof node !== 'object' || node === null) return node;
  const marks: ResultObject = {};
  for (const [name, value] of Object.entries(marksOf(node) ?? {})) marks[`_${name}`] = value as ResultValue;
  if (Array.isArray(node)) {
    const items = node.map(withMarks);
    return Object.keys(marks).length === 0 ? items : { ...items, ...marks };
  }
  const copy: ResultObject = {};
  for (const [key, value] of Object.entries(node)) if (value !== undefined) copy[key] = withMarks(value);
  return { ...copy, ...marks };
}

/** What `rawfm` shows: JSON with the marks of the tree. */
export const raw: Format = {
  ...json,
  module: { ...json.module, name: 'raw', params: {} },
  title: '',
  extension: () => 'json',
  contentType: () => 'application/json; charset=utf-8',
  write: (tree, _params, indent) => JSON.stringify(withMarks(tree), null, indent ? 4 : undefined),
};
