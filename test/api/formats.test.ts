import { expect, test } from 'vitest';
import { defineModule } from '../../src/api/define.ts';
import { content, list, mark, numericMap, pageMap } from '../../src/api/result.ts';
import { header, testApi } from './support.ts';

const tree = defineModule({
  name: 'tree',
  group: 'action',
  prefix: '',
  className: 'ApiTree',
  params: {},
  needsReadRight: false,
  examples: [],
  helpUrls: [],
  handle(call) {
    call.result.tree = {
      yes: true,
      no: false,
      nothing: null,
      number: 7,
      text: 'é"<\n',
      items: list('g', ['a', 'b']),
      unnamed: [1],
      node: content('body', { id: 1, body: ' x ' }),
      seq: numericMap('s', { 0: 'a', 1: 'b' }),
      pages: pageMap('page', { '-1': { n: 1 }, '-2': { n: 2 } }),
      map: mark({ k: 'v' }, { kind: 'bc-kvp', tag: 'e', keyName: 'name' }),
      'odd name!': 1,
    };
  },
});

const body = async (query: Record<string, string>) => {
  const { ask } = await testApi({ modules: [tree] });
  return (await ask({ action: 'tree', ...query })).body;
};

test('formatversion 2 writes the tree as it is, in UTF-8', async () => {
  expect(await body({})).toBe(
    '{"tree":{"yes":true,"no":false,"nothing":null,"number":7,"text":"é\\"<\\n","items":["a","b"],"unnamed":[1],' +
      '"node":{"id":1,"body":" x "},"seq":{"0":"a","1":"b"},"pages":[{"n":2},{"n":1}],"map":{"k":"v"},"odd name!":1}}',
  );
});

test('formatversion 1 has "" for true, no false, and * for the text', async () => {
  expect(await body({ formatversion: '1' })).toBe(
    '{"tree":{"yes":"","nothing":null,"number":7,"text":"\\u00e9\\"<\\n","items":["a","b"],"unnamed":[1],' +
      '"node":{"id":1,"*":" x "},"seq":["a","b"],"pages":{"-1":{"n":1},"-2":{"n":2}},"map":[{"name":"k","*":"v"}],"odd name!":1}}',
  );
});

test('utf8 and ascii choose the characters', async () => {
  expect(await body({ formatversion: '1', utf8: '' })).toContain('é');
  expect(await body({ ascii: '' })).toContain('\\u00e9');
});

test('XML has attributes, named items and preserved text', async () => {
  const xml = await body({ format: 'xml', formatversion: '' });
  expect(xml).toContain('<tree yes="" number="7" text="é&quot;&lt;&#10;" _odd.20.name.21.="1">');
  expect(xml).toContain('<items><g>a</g><g>b</g></items><unnamed><_v>1</_v></unnamed>');
  expect(xml).toContain('<node id="1" xml:space="preserve"> x </node>');
  expect(xml).toContain('<page _idx="-1" n="1" />');
  expect(xml).toContain('<map><e name="k" xml:space="preserve">v</e></map>');
});

test('XML can carry its namespace, and has no style sheets', async () => {
  const xml = await body({ format: 'xml', includexmlnamespace: '', xslt: 'x', formatversion: '' });
  expect(xml).toMatch(/^<\?xml version="1\.0"\?><api xmlns="http:\/\/www\.mediawiki\.org\/xml\/api\/">/);
  expect(xml).toContain('<xml xml:space="preserve">');
});

test('PHP format counts bytes and knows numbers from texts', async () => {
  const php = await body({ format: 'php' });
  expect(php).toContain('s:4:"text";s:5:"é"<\n";');
  expect(php).toContain('s:3:"seq";a:2:{i:0;s:1:"a";i:1;s:1:"b";}');
  expect(php).toContain('s:2:"no";b:0;s:7:"nothing";N;s:6:"number";i:7;');
});

test('none has no body', async () => {
  expect(await body({ format: 'none' })).toBe('');
});

test('a callback is cleaned, and an empty one still wraps', async () => {
  expect(await body({ callback: 'a b(c)' })).toMatch(/^\/\*\*\/abc\(\{.*\}\)$/);
  expect(await body({ callback: '' })).toMatch(/^\/\*\*\/\(\{.*\}\)$/);
});

test.each([
  ['json', 'application/json; charset=utf-8', 'api-result.json'],
  ['xml', 'text/xml; charset=utf-8', 'api-result.xml'],
  ['php', 'application/vnd.php.serialized; charset=utf-8', 'api-result.php'],
  ['none', 'text/plain; charset=utf-8', 'api-result.txt'],
  ['jsonfm', 'text/html; charset=UTF-8', 'api-result.html'],
  ['rawfm', 'text/html; charset=UTF-8', 'api-result.html'],
  ['nonsense', 'text/html; charset=UTF-8', 'api-result.html'],
])('%s is sent as %s', async (format, type, filename) => {
  const { ask } = await testApi({ modules: [tree] });
  const answer = await ask({ action: 'tree', format });
  expect(header(answer, 'Content-Type')).toBe(type);
  expect(header(answer, 'Content-Disposition')).toBe(`inline; filename=${filename}`);
  expect(header(answer, 'X-Content-Type-Options')).toBe('nosniff');
  expect(header(answer, 'X-Frame-Options')).toBe('DENY');
});

test('the page of a format escapes the answer and links to the format itself', async () => {
  const page = await body({ format: 'jsonfm' });
  expect(page).toContain('&lt;\\n');
  expect(page).toContain('format=json"');
  expect(page).not.toContain('<script');
});

test('wrapped pages are JSON with the status', async () => {
  const answer = JSON.parse(await body({ format: 'jsonfm', wrappedhtml: '' }));
  expect(answer).toMatchObject({ status: 200, statustext: 'OK', continue: null });
});

test('refused parameters of a format are reported with its defaults', async () => {
  const answer = JSON.parse(await body({ formatversion: '3' }));
  expect(answer.error.code).toBe('badvalue');
  expect(Object.keys(answer.warnings).sort()).toEqual(['json', 'main']);
});

test('maps of maps keep both keys in XML', async () => {
  const nested = defineModule({
    name: 'nested',
    group: 'action',
    prefix: '',
    className: 'ApiNested',
    params: {},
    needsReadRight: false,
    examples: [],
    helpUrls: [],
    handle(call) {
      const inner = mark({ b: { x: 1 } }, { kind: 'bc-kvp', tag: 'variant', keyName: 'code', merge: true });
      call.result.nested = mark({ a: inner }, { kind: 'bc-kvp', tag: 'lang', keyName: 'code', merge: true });
    },
  });
  const { ask } = await testApi({ modules: [nested] });
  expect((await ask({ action: 'nested', format: 'xml' })).body).toContain(
    '<nested><lang code="a"><variant x="1" code="b" /></lang></nested>',
  );
});
