/** A value of a parameter: lists are joined, `false` and `undefined` are left out, `null` is empty. */
export type ParamInput = string | number | boolean | null | undefined | readonly (string | number)[];

/** Parameters of a request by their names on the wire. */
export type LooseParams = Readonly<Record<string, ParamInput>>;

const SEPARATOR = '\u001f';

/**
 * Parameters in the form of the wire. Lists are joined with `|`; with U+001F, where that is allowed (`useUS`) and a
 * value holds a `|`.
 */
export function preprocessParameters(params: LooseParams, useUS: boolean): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value === false || value === undefined) continue;
    if (!Array.isArray(value)) out[name] = value === null ? '' : String(value);
    else if (useUS && value.join('').includes('|')) out[name] = SEPARATOR + value.join(SEPARATOR);
    else out[name] = value.join('|');
  }
  return out;
}

/** The fields of a request, its token last: a request that arrives cut off is then refused. */
export function fieldsOf({ token, ...params }: LooseParams, useUS: boolean): [string, string][] {
  const fields = Object.entries(preprocessParameters(params, useUS));
  return token ? [...fields, ['token', String(token)]] : fields;
}
