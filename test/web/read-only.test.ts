import { expect, test } from 'vitest';
import { Browser, signedInAs, signIn } from './browser.ts';
import { PASSWORD, useServer } from './support.ts';

const server = useServer({ site: { readOnly: 'The database moves.' } });

test('a site that can only be read shows its forms, and says why it takes none', async () => {
  const browser = new Browser(server());
  const page = await signIn(browser, 'Alice', PASSWORD);
  expect(page.status).toBe(503);
  expect(page.text).toContain('The database moves.');
  expect(await signedInAs(browser)).toBeNull();
});
