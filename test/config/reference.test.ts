import { expect, test } from 'vitest';
import { configJsonSchema, renderReference } from '../../src/config/index.ts';
import { declaredOptions } from '../../src/config/paths.ts';
import { sections } from '../../src/config/registry.ts';

const page = renderReference();

test('the reference page has an entry for every option and none besides', () => {
  const headings = [...page.matchAll(/^### `(.+)`$/gm)].map((match) => match[1]);
  expect(headings).toEqual(declaredOptions(sections).map((one) => one.path));
});

test('an entry says the environment name, what is allowed, the default and what the option does', () => {
  const start = page.indexOf('### `http.port`');
  expect(page.slice(start, page.indexOf('### `', start + 5))).toBe(
    [
      '### `http.port`',
      '',
      'Port to listen on; 0 takes any free one.',
      '',
      '- Environment: `LATCHKEY_HTTP_PORT`, or `LATCHKEY_HTTP_PORT_FILE` for a file that holds it',
      '- Allowed: a whole number from 0 to 65535',
      '- Default: `8080`',
      '',
      '',
    ].join('\n'),
  );
});

test('what is allowed is not read as markup', () => {
  expect(page).toContain('app.example.org or \\*.example.org');
  expect(page).toContain('Name \\<address>');
});

test('the JSON schema knows every option and refuses others', () => {
  const schema = configJsonSchema() as {
    properties: Record<string, { properties?: object; additionalProperties?: boolean }>;
  };
  expect(Object.keys(schema.properties)).toEqual(['$schema', ...sections.map((one) => one.name)]);
  expect(schema.properties.http).toMatchObject({
    additionalProperties: false,
    properties: { port: { type: 'integer', minimum: 0, maximum: 65535, default: 8080 } },
  });
});
