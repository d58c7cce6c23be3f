import { expect, test } from 'vitest';
import { defineModule } from '../../src/api/define.ts';
import { BusyError } from '../../src/passwords/busy-error.ts';
import { header, testApi } from './support.ts';

const failing = (name: string, error: () => Error) =>
  defineModule({
    name,
    group: 'action',
    prefix: '',
    className: 'ApiFailing',
    params: {},
    needsReadRight: false,
    examples: [],
    helpUrls: [],
    handle: () => {
      throw error();
    },
  });

test('an unexpected failure shows its kind and the request, and tells the operator the rest', async () => {
  const { ask, log } = await testApi({ modules: [failing('boom', () => new RangeError('secret detail'))] });
  const answer = await ask({ action: 'boom' });
  expect(answer.status).toBe(500);
  const { error } = JSON.parse(answer.body);
  expect(error.code).toBe('internal_api_error_RangeError');
  expect(error.errorclass).toBe('RangeError');
  expect(error.info).toContain('0123456789abcdef01234567');
  expect(answer.body).not.toContain('secret detail');
  expect(log).toHaveLength(1);
  expect(log[0]?.fields).toMatchObject({ err: { message: 'secret detail' } });
});

test('a full queue is answered with 503 and when to come back, without a line in the log', async () => {
  const { ask, log } = await testApi({ modules: [failing('full', () => new BusyError())] });
  const answer = await ask({ action: 'full' });
  expect(answer.status).toBe(503);
  expect(JSON.parse(answer.body).error.code).toBe('busy');
  expect(Number(header(answer, 'Retry-After'))).toBeGreaterThan(0);
  expect(log).toEqual([]);
});
