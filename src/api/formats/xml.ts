import { msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import { defineModule } from '../define.ts';
import { type Marks, marksOf, type ResultObject, type ResultValue } from '../result.ts';
import { type Format, formatModule } from './format.ts';

const NAMESPACE = 'http://www.mediawiki.org/xml/api/';

const START =
  'A-Za-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const REST = `${START}_\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;
const NAME = new RegExp(`^[${START}][${REST}]*$`, 'u');
const NOT_NAME = new RegExp(`[^${REST}]`, 'gu');

/** An XML name for any member name: other characters become `.HEX.` behind a leading `_`. */
export function xmlName(name: string, kept: readonly string[] = []): string {
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(name) || kept.includes(name)) return name;
  if (name === '') return '_';
  if (NAME.test(name)) return name;
  const escaped = name
    .replaceAll('.', '.2E.')
    .replace(NOT_NAME, (char) => `.${(char.codePointAt(0) as number).toString(16).toUpperCase()}.`);
  return `_${escaped}`;
}

// What XML 1.0 cannot hold at all is shown as the replacement character.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const inText = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>]/g, (char) => ESCAPES[char] as string);
const inAttribute = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\n\r\t]/g, (char) => ESCAPES[char] as string);

const scalar = (value: string | number | boolean): string => String(value);
const isNode = (value: ResultValue | undefined): value is ResultValue[] | ResultObject =>
  typeof value === 'object' && value !== null;

type Attributes = [string, string][];

function element(name: string, attributes: Attributes, content: string | null, indent: string): string {
  let open = `${indent}<${name}`;
  for (const [key, value] of attributes) open += ` ${key}="${inAttribute(value)}"`;
  return content === null || content === '' ? `${open} />` : `${open}>${content}</${name}>`;
}

/** Maps with names or numbers for keys, turned into the list of entries that XML shows. */
function entriesOf(node: ResultObject, marks: Marks): ResultValue[] {
  const keyName = marks.keyName ?? '_name';
  return Object.entries(node).map(([key, value]) => {
    const entry: ResultObject = {};
    const inner = isNode(value) ? marksOf(value) : undefined;
    if (marks.merge && isNode(value) && !Array.isArray(value) && inner?.kind !== 'kvp' && inner?.kind !== 'bc-kvp') {
      Object.assign(entry, value, { [keyName]: key });
      return withMarks(entry, { ...inner, preserveNames: [...(inner?.preserveNames ?? []), keyName] });
    }
    entry[keyName] = key;
    entry['*'] = value as ResultValue;
    return withMarks(entry, { content: '*', preserveNames: [keyName], kind: 'assoc' });
  });
}

const local = new WeakMap<object, Marks>();
const withMarks = <T extends object>(node: T, marks: Marks): T => {
  local.set(node, marks);
  return node;
};
const marksHere = (node: object): Marks | undefined => local.get(node) ?? marksOf(node);

/** What stands inside an element: its text, or its children. Attributes are added to the list. */
interface Inside {
  readonly text: string | null;
  readonly children: readonly string[];
}

function nodeToXml(
  name: string,
  node: ResultValue[] | ResultObject,
  attributes: Attributes,
  indent: string | null,
): string {
  const { text, children } = insideOf(node, attributes, indent);
  const start = indent ?? '';
  if (text !== null) return element(name, attributes, text, start);
  return element(name, attributes, children.length === 0 ? null : `${children.join('')}${start}`, start);
}

function insideOf(node: ResultValue[] | ResultObject, attributes: Attributes, indent: string | null): Inside {
  const deeper = indent === null ? null : `${indent}  `;
  const marks = marksHere(node) ?? {};
  const kept = marks.preserveNames ?? [];
  const isMap = marks.kind === 'kvp' || marks.kind === 'bc-kvp';
  const shown = isMap && !Array.isArray(node) ? entriesOf(node, marks) : node;
  const itemName = marks.tag === undefined ? '_v' : xmlName(marks.tag, kept);

  let content: ResultValue | undefined;
  const children: string[] = [];
  const items: [string, ResultValue][] = [];
  const subelement = (key: string, value: ResultValue) => {
    const tag = xmlName(key, kept);
    if (isNode(value)) children.push(nodeToXml(tag, value, [], deeper));
    else if (value === null) children.push(element(tag, [], null, deeper ?? ''));
    else children.push(element(tag, [['xml:space', 'preserve']], inText(scalar(value)), deeper ?? ''));
  };
  if (Array.isArray(shown)) {
    for (const value of shown) items.push(['', value]);
  } else {
    for (const [key, value] of Object.entries(shown)) {
      if (value === undefined) continue;
      if (key === marks.content) content = value;
      else if (/^(?:0|-?[1-9]\d*)$/.test(key)) items.push([key, value]);
      else if (isNode(value) || marks.subelements?.includes(key)) subelement(key, value);
      else if (typeof value === 'boolean') {
        if (marks.plainBooleans?.includes(key)) attributes.push([xmlName(key, kept), scalar(value)]);
        else if (value) attributes.push([xmlName(key, kept), '']);
      } else if (value !== null) attributes.push([xmlName(key, kept), scalar(value)]);
    }
    // JavaScript lists negative numbers after the others.
    items.sort(([a], [b]) => Number(b.startsWith('-')) - Number(a.startsWith('-')));
  }
  if (content !== undefined && content !== null) {
    if (children.length > 0 || items.length > 0) subelement(marks.content as string, content);
    else if (isNode(content)) return insideOf(content, [], indent);
    else {
      attributes.push(['xml:space', 'preserve']);
      return { text: inText(scalar(content)), children };
    }
  }
  const showIndex = !Array.isArray(shown);
  for (const [key, value] of items) {
    const index: Attributes = showIndex ? [['_idx', key]] : [];
    if (isNode(value)) children.push(nodeToXml(itemName, value, index, deeper));
    else children.push(element(itemName, index, value === null ? null : inText(scalar(value)), deeper ?? ''));
  }
  return { text: null, children };
}

/** The tree as XML under `<api>`, by the rules of MediaWiki's `ApiFormatXml`. */
export const xmlText = (tree: ResultObject, namespace: boolean, indent: boolean): string =>
  `<?xml version="1.0"?>${nodeToXml('api', tree, namespace ? [['xmlns', NAMESPACE]] : [], indent ? '\n' : null)}`;

/** `format=xml`. */
export const xml: Format = {
  module: defineModule(
    formatModule('xml', 'ApiFormatXml', { xslt: { type: 'string' }, includexmlnamespace: { type: 'boolean' } }),
  ),
  title: 'XML',
  extension: () => 'xml',
  contentType: () => 'text/xml; charset=utf-8',
  check: (params) => (params.xslt === null ? [] : [coded(msg('apiwarn-xslt-disabled'))]),
  write: (tree, params, indent) => xmlText(tree, params.includexmlnamespace === true, indent),
};
