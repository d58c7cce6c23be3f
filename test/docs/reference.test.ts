import { expect, test } from 'vitest';
import { renderReference } from '../../src/config/index.ts';
import { compiledModules } from '../messages/module-keys.ts';
import { MADE, page } from './markdown.ts';
import { renderCli } from './render-cli.ts';
import { renderErrors } from './render-errors.ts';
import { renderModules } from './render-modules.ts';

/** What each page of the reference must be. `node scripts/docs.mjs` writes them. */
const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'configuration.md': () => page(MADE, renderReference().trimEnd()),
  'errors.md': renderErrors,
  'modules.md': async () => renderModules(await compiledModules()),
  'cli.md': renderCli,
};

test.each(Object.entries(PAGES))('docs/reference/%s says what the program declares', async (name, render) => {
  await expect(await render(), 'out of date: run `node scripts/docs.mjs`').toMatchFileSnapshot(
    `../../docs/reference/${name}`,
  );
});
