import { expect, test } from 'vitest';
import { header, testApi } from './support.ts';

test('a request that asks for less lag than there is comes back later', async () => {
  const { ask } = await testApi({ lag: () => ({ host: 'db2', lag: 7 }) });
  const answer = await ask({ action: 'query', maxlag: '6' });
  expect(answer.status).toBe(200);
  expect(header(answer, 'Retry-After')).toBe('6');
  expect(header(answer, 'X-Database-Lag')).toBe('7');
  expect(JSON.parse(answer.body).error).toMatchObject({ code: 'maxlag', host: '', lag: 7, type: 'db' });
  expect(JSON.parse((await ask({ action: 'query', maxlag: '7' })).body)).toEqual({ batchcomplete: true });
});

test('stores that cannot lag satisfy maxlag=-1', async () => {
  const { json } = await testApi();
  expect(await json({ action: 'query', maxlag: '-1' })).toEqual({ batchcomplete: true });
});
