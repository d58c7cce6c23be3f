import { defineModule } from '../define.ts';
import { marksOf, numericOrder, type ResultObject, type ResultValue } from '../result.ts';
import { type Format, formatModule } from './format.ts';
import { legacyTree } from './legacy.ts';

const text = (value: string): string => `s:${Buffer.byteLength(value)}:"${value}";`;
const isIntegerKey = (key: string): boolean => /^(?:0|-?[1-9]\d{0,17})$/.test(key);

/** PHP's `serialize()` of a tree. Lengths count bytes of UTF-8. */
export function phpText(value: ResultValue | undefined): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'boolean':
      return `b:${value ? 1 : 0};`;
    case 'number':
      return Number.isSafeInteger(value) ? `i:${value};` : `d:${value};`;
    case 'object':
      return value === null ? 'N;' : array(value);
    default:
      return 'N;';
  }
}

function array(node: ResultValue[] | ResultObject): string {
  if (Array.isArray(node))
    return `a:${node.length}:{${node.map((item, index) => `i:${index};${phpText(item)}`).join('')}}`;
  if (marksOf(node)?.kind === 'fv1-map') return array(numericOrder(node).map((key) => node[key] as ResultValue));
  const entries = Object.entries(node).filter(([, value]) => value !== undefined);
  const body = entries.map(([key, value]) => (isIntegerKey(key) ? `i:${key};` : text(key)) + phpText(value));
  return `a:${entries.length}:{${body.join('')}}`;
}

/** `format=php`: for PHP's `unserialize()`. */
export const php: Format = {
  module: defineModule(
    formatModule('php', 'ApiFormatPhp', {
      formatversion: { type: 'enum', values: ['1', '2', 'latest'], default: '1' },
    }),
  ),
  title: 'PHP',
  extension: () => 'php',
  contentType: () => 'application/vnd.php.serialized; charset=utf-8',
  write: (tree, params) => phpText(params.formatversion === '1' ? legacyTree(tree) : tree),
};
