import { expect, test } from 'vitest';
import { escapeHtml, html, isSafeHtml, trustedHtml } from '../../src/base/html.ts';

test('values are escaped for content and for attributes', () => {
  expect(String(html`<a title="${`"'&`}">${'<b>'}</a>`)).toBe('<a title="&quot;&#39;&amp;">&lt;b&gt;</a>');
  expect(escapeHtml('plain')).toBe('plain');
});

test('markup nests, lists join, empty values vanish, zero stays', () => {
  const items = ['<', html`<i>${1}</i>`, [trustedHtml('<br>'), null]];
  expect(String(html`<p>${items}${false}${undefined}${0}</p>`)).toBe('<p>&lt;<i>1</i><br>0</p>');
});

test('data shaped like markup is not markup', () => {
  const forged = JSON.parse('{"html":"<script>","safe HTML":"<script>"}');
  expect(isSafeHtml(forged)).toBe(false);
  expect(String(html`${forged}`)).not.toContain('<');
});
