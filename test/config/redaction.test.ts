import { expect, test } from 'vitest';
import { createConfig, effectiveConfig } from '../../src/config/index.ts';

const config = createConfig({
  secret: ['s3cret'.repeat(8)],
  mail: { transport: { host: 'mail.example.org', user: 'u', password: 's3cret' } },
});

test('sensitive values are not printed, everything else is', () => {
  const tree = effectiveConfig(config, { redact: true });
  expect(tree).toMatchObject({
    secret: '[redacted]',
    mail: { transport: { host: 'mail.example.org', user: 'u', password: '[redacted]' } },
    http: { port: 8080 },
  });
  expect(JSON.stringify(tree)).not.toContain('s3cret');
});

test('a password inside an address is not printed', () => {
  const other = createConfig({ mail: { transport: 'smtp://u:s3cret@mail.example.org:25' } });
  expect(effectiveConfig(other, { redact: true }).mail).toMatchObject({
    transport: 'smtp://u:[redacted]@mail.example.org:25',
  });
});

test('what is not set stays visible as not set', () => {
  expect(effectiveConfig(createConfig(), { redact: true }).secret).toBeNull();
});

test('without redaction the tree can be loaded again', () => {
  const tree = effectiveConfig(config, { redact: false });
  expect(createConfig(tree)).toEqual(config);
});
