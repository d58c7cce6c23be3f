import { expect, test } from 'vitest';
import { judge } from '../../bench/fuzz/judge.ts';

const answer = (type: string, body: string | Buffer, status = 200) => ({
  status,
  headers: new Map([['content-type', [type]]]),
  body: Buffer.from(body as string),
});

test.each([
  ['application/json; charset=utf-8', '{"a":[1]}'],
  ['text/javascript; charset=utf-8', '/**/cb({})'],
  ['text/xml; charset=utf-8', '<?xml version="1.0"?><api a="&quot;" xml:space="preserve"><b/>x</api>'],
  ['application/vnd.php.serialized; charset=utf-8', 'a:2:{i:0;s:2:"é";s:1:"k";a:1:{s:0:"";b:1;}}'],
  ['text/html', '<p>'],
])('%s is well-formed: %s', (type, body) => {
  expect(judge(answer(type, body))).toBeNull();
});

test.each([
  ['application/json', '{"a":}'],
  ['application/json', Buffer.from([0x22, 0xff, 0x22])],
  ['text/javascript', 'cb({})'],
  ['text/xml', '<a><b></a></b>'],
  ['text/xml', '<a x="1" x="2"/>'],
  ['text/xml', '<a>&nbsp;</a>'],
  ['text/xml', '<a/><b/>'],
  ['text/xml', '<a>\u0001</a>'],
  ['application/vnd.php.serialized', 's:3:"ab";'],
  ['application/vnd.php.serialized', 'a:1:{i:0;}'],
])('%s is broken: %s', (type, body) => {
  expect(judge(answer(type, body))).toContain('the answer is no');
});

test('a status of 500 and more is a failure whatever the body', () => {
  expect(judge(answer('text/plain', 'x', 500))).toContain('status 500');
});
