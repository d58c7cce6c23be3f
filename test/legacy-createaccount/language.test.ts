import { expect, it } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';
import { create, GOOD } from './support.ts';

it('writes info in the language of uselang', async () => {
  const server = await createTestServer();
  const { messages } = server.services;
  const client = server.client();
  const info = async (uselang: string) => (await create(client, { ...GOOD, password: 'short', uselang })).error?.info;
  for (const language of ['qqx', ...messages.languages()]) {
    const text = messages.plain({ key: 'passwordtooshort', params: [8] }, language);
    expect(await info(language), language).toBe(text);
  }
  await server.close();
});
