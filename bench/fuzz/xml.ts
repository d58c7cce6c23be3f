const NAME = '[A-Za-z_:][\\w:.-]*';
const TOKEN = new RegExp(
  `<\\?xml version="1\\.0"\\?>|<!--(?:(?!--)[^])*-->|<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`,
  'y',
);
const ENTITIES = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i;
/** Characters that XML 1.0 does not have at all. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Throws Error unless the text is one well-formed XML element, as far as `format=xml` uses XML. */
export function checkXml(text: string): void {
  if (FORBIDDEN.test(text)) throw new Error('a character that XML does not have');
  if (ENTITIES.test(text)) throw new Error('a bare &');
  const open: string[] = [];
  let roots = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`);
    const [, closing, name, attributes = '', selfClosing, chars] = match;
    if (chars !== undefined && open.length === 0 && chars.trim() !== '') throw new Error('text outside the root');
    if (name === undefined) continue;
    const names = [...attributes.matchAll(/\s([^\s=]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) throw new Error(`an attribute twice: ${match[0].slice(0, 100)}`);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
    } else {
      if (open.length === 0) roots++;
      if (selfClosing !== '/') open.push(name);
    }
  }
  if (open.length > 0 || roots !== 1) throw new Error(`${roots} roots, ${open.length} elements open at the end`);
}
