import { expect, test } from 'vitest';
import { parseForm } from '../../src/http/form.ts';
import { parseMultipart } from '../../src/http/multipart.ts';

const read = (text: string, invalid: 'windows-1252' | 'replace' = 'windows-1252') =>
  Object.fromEntries([...parseForm(text, invalid)].map(([name, { value }]) => [name, value]));

test.each([
  ['a=1&a=2', { a: '2' }],
  ['a=1&a[]=2', { a: null }],
  ['a[]=2&a=1', { a: '1' }],
  ['d[x][y]=1', { d: null }],
  ['a.b c=1&%20lead=2&a+b=3', { a_b_c: '1', lead: '2', a_b: '3' }],
  ['x[y=1&z%5D=2&[q=3&=4&&', { x_y: '1', 'z]': '2' }],
  ['a%00b=1', { a: '1' }],
  ['key&empty=', { key: '', empty: '' }],
  ['a=b=c+d', { a: 'b=c d' }],
  ['a=%4&b=%zz%41&c=100%', { a: '%4', b: '%zzA', c: '100%' }],
  ['__proto__=1', Object.fromEntries([['__proto__', '1']])],
])('%j is read as PHP does', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('bytes that are no UTF-8 are Windows-1252 in an address and replaced in a body', () => {
  expect(read('a=%FF%80')).toEqual({ a: 'ÿ€' });
  expect(read('a=%FFa', 'replace')).toEqual({ a: '\ufffda' });
});

test.each([
  ['abc', false],
  ['%C3%A9', false],
  ['e%CC%81', true],
  ['a%00b', true],
  ['%FF', true],
  ['%EF%BF%BD', false],
  ['a%0Ab%09', false],
])('value %j: changed by cleaning = %j', (raw, changed) => {
  expect(parseForm(`a=${raw}`, 'windows-1252').get('a')?.changed).toBe(changed);
});

test('unescaped bytes are UTF-8', () => {
  expect(read(Buffer.from('a=ü').toString('latin1'))).toEqual({ a: 'ü' });
});

test('a thousand parameters are read and no more', () => {
  const text = Array.from({ length: 1500 }, (_, i) => `p${i}=1`).join('&');
  expect(parseForm(text, 'replace').size).toBe(1000);
});

const boundary = 'XX';
const part = (head: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const multipart = async (...parts: string[]) => {
  const body = Buffer.from(`${parts.join('')}--${boundary}--\r\n`);
  const params = await parseMultipart(`multipart/form-data; boundary=${boundary}`, body);
  return Object.fromEntries([...params].map(([name, { value }]) => [name, value]));
};

test('a multipart body gives its fields and leaves out files', async () => {
  expect(
    await multipart(
      part('name="a.b"', 'é\r\nline'),
      part('name="list[]"', '1'),
      part('name="typed"\r\nContent-Type: text/plain; charset=utf-8', 'ü'),
      part('name="file"; filename="x.txt"\r\nContent-Type: text/plain', 'content'),
    ),
  ).toEqual({ a_b: 'é\r\nline', list: null, typed: 'ü' });
});

test.each(['multipart/form-data', 'multipart/form-data; boundary=YY'])(
  'a broken multipart body (%s) ends',
  async (type) => {
    expect((await parseMultipart(type, Buffer.from(part('name="a"', '1')))).size).toBe(0);
  },
);

test('a multipart body that is cut short ends', async () => {
  const params = await parseMultipart(`multipart/form-data; boundary=${boundary}`, Buffer.from(part('name="a"', '1')));
  expect(params.size).toBeLessThanOrEqual(1);
});
