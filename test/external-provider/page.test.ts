import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ABILITIES } from '../../src/auth/abilities.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/writing-a-provider.md');

it.each(['index.js', 'package.json'])('the page shows %s of the example as it is', (name) => {
  const language = name.endsWith('.json') ? 'json' : 'js';
  expect(page).toContain(`\`\`\`${language}\n${read(`examples/provider-invite-code/${name}`)}\`\`\`\n`);
});

it('the page names every ability', () => {
  const abilities = page.slice(page.indexOf('## Abilities'), page.indexOf('## Forms'));
  expect(ABILITIES.filter((name) => !abilities.includes(`\`${name}\``))).toEqual([]);
});
