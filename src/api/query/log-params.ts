import { list, mark, type ResultObject, type ResultValue } from '../result.ts';

/** XML element names of the lists inside the parameters of log entries. */
const TAGS: Readonly<Record<string, string>> = {
  flags: 'f',
  oldgroups: 'g',
  newgroups: 'g',
  oldmetadata: 'g',
  newmetadata: 'g',
};

/** A stored JSON value as a part of an answer. */
function shown(key: string, value: unknown): ResultValue | undefined {
  if (Array.isArray(value)) {
    const items = value.map((item) => shown('', item)).filter((item): item is ResultValue => item !== undefined);
    const tag = TAGS[key];
    return tag === undefined ? items : list(tag, items);
  }
  if (typeof value === 'object' && value !== null) return logParams(value as Record<string, unknown>);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null ? null : undefined;
}

/** The `params` member of a log entry. What the log keeps has the form of the wire already. */
export function logParams(params: Readonly<Record<string, unknown>>): ResultObject {
  const object: ResultObject = {};
  for (const [key, value] of Object.entries(params)) object[key] = shown(key, value);
  return mark(object, { kind: 'assoc' });
}
