import { expect, test } from 'vitest';
import { msg, plain } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';

const messages = createMessages({ linkUrl: (title) => `https://wiki.example/${encodeURIComponent(title)}` });
const html = (text: string, ...params: Parameters<typeof msg>[1][]) =>
  messages.html(msg(`${text}$9`, ...params), 'en').replace('$9', '');

test('the text of a message keeps its markup, everything else is escaped', () => {
  expect(html("a & <b> <code>c</code> '''bold''' ''italic''")).toBe(
    'a &amp; &lt;b&gt; <code>c</code> <b>bold</b> <i>italic</i>',
  );
});

test('no parameter of any kind can bring markup', () => {
  const evil = "<img src=x onerror=alert(1)> [[A|b]] [https://e.example c] '''d''' {{PLURAL:1|e|f}} $2";
  const out = html('$1 $2', evil, plain(evil));
  expect(out).not.toMatch(/<(?!\/?$)/);
  expect(out).toContain('&lt;img src=x onerror=alert(1)&gt; [[A|b]] [https://e.example c]');
  expect(out).toContain('{{PLURAL:1|e|f}} $2');
});

test('links to pages and addresses', () => {
  expect(html('[[Special:A b|label]] [[C]]')).toBe(
    '<a href="https://wiki.example/Special%3AA%20b">label</a> <a href="https://wiki.example/C">C</a>',
  );
  expect(html('[https://e.example/?a=1&b=2 the <code>x</code>]')).toBe(
    '<a href="https://e.example/?a=1&amp;b=2">the <code>x</code></a>',
  );
});

test('an address from a parameter becomes a link only when it is safe', () => {
  expect(html('[$1 x]', 'https://e.example/"')).toBe('<a href="https://e.example/&quot;">x</a>');
  for (const bad of ['javascript:alert(1)', '//e.example', '/\\e.example', 'data:text/html,x']) {
    expect(html('[$1 x]', bad)).toBe('x');
  }
});

test('lines with a star are a list, an empty line separates paragraphs', () => {
  expect(html('a\n\nb\n* c\n* $1', plain('<d>'))).toBe('<p>a</p>\n<p>b</p>\n<ul><li>c</li><li>&lt;d&gt;</li></ul>');
});

test('incomplete markup is plain text', () => {
  expect(html("[[a ''b <code>c {{PLURAL:$1|x")).toBe('[[a &#39;&#39;b &lt;code&gt;c {{PLURAL:$1|x');
});
