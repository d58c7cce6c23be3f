import { defineModule } from '../define.ts';
import type { ResultValue } from '../result.ts';
import { type Format, type FormatParams, formatModule } from './format.ts';
import { legacyTree } from './legacy.ts';

const hex = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Characters that may stand in the name of a JSONP function; others are taken out. */
const callbackName = (text: string): string => text.replace(/[^A-Za-z0-9_.[\]'"]/g, '');

const isLegacy = (params: FormatParams): boolean => params.formatversion === '1';

/** JSON text of a tree in the version and character set that the parameters ask for. */
export function jsonText(tree: ResultValue, params: FormatParams, indent: boolean): string {
  const legacy = isLegacy(params);
  const text = JSON.stringify(legacy ? legacyTree(tree) : tree, null, indent ? 4 : undefined);
  const ascii = legacy ? params.utf8 !== true : params.ascii === true;
  return ascii ? text.replace(/[\u0080-\uffff]/g, hex) : text.replace(/[\u2028\u2029]/g, hex);
}

/** `format=json`, also as JSONP. */
export const json: Format = {
  module: defineModule(
    formatModule('json', 'ApiFormatJson', {
      callback: { type: 'string' },
      utf8: { type: 'boolean' },
      ascii: { type: 'boolean' },
      formatversion: { type: 'enum', values: ['1', '2', 'latest'], default: '1' },
    }),
  ),
  title: 'JSON',
  extension: (params) => (typeof params.callback === 'string' ? 'js' : 'json'),
  contentType: (params) =>
    typeof params.callback === 'string' ? 'text/javascript; charset=utf-8' : 'application/json; charset=utf-8',
  write(tree, params, indent) {
    const text = jsonText(tree, params, indent);
    const { callback } = params;
    // The comment keeps the answer from being read as another kind of file that begins with the name.
    return typeof callback === 'string' ? `/**/${callbackName(callback)}(${text})` : text;
  },
};
