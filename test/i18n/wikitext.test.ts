import { expect, test } from 'vitest';
import { msg } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';

test('wikitext form keeps the markup and resolves the rest', () => {
  const text = "<kbd>$1</kbd> '''a''' ''b'' [[C|d]] [[E]] [https://f.example g] {{PLURAL:$1|one|many}} {{SITENAME}}";
  expect(createMessages({ siteName: 'S' }).wikitext(msg(text, 2), 'en')).toBe(
    "<kbd>2</kbd> '''a''' ''b'' [[C|d]] [[E]] [https://f.example g] many S",
  );
});
