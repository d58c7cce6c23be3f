import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConfig } from '../../src/config/index.ts';
import { loadProviders } from '../../src/load-providers.ts';
import { createProviders } from '../../src/providers/registry.ts';
import { build, type OperatorFolder, operatorFolder } from './support.ts';

let folder: OperatorFolder;
beforeAll(() => {
  build();
  folder = operatorFolder();
});
afterAll(() => folder.remove());

const load = async (...modules: { module: string; options?: Record<string, unknown> }[]) => {
  const config = createConfig({ providers: { modules: modules.map((one) => ({ ...one, from: folder.path })) } });
  return createProviders(config, (await loadProviders(config)).providers);
};

/** Why a package with this code is not loaded. */
async function refusal(name: string, code: string, options?: Record<string, unknown>): Promise<string> {
  folder.install(name, `${code}\n`);
  return load({ module: name, ...(options && { options }) }).then(
    () => 'loaded',
    (error) => String(error.message),
  );
}

const defined = (definition: string): string =>
  `import { defineProvider } from 'latchkey/provider';\nexport default defineProvider(${definition});`;

it.each([
  ['nothing', 'export {};', /must export, as default or as "provider", what defineProvider\(\).*it exports nothing/],
  ['something-else', 'export const a = 1, b = 2;', /it exports a, b/],
  ['plain-object', 'export default { id: "x", kind: "pre", create: () => ({}) };', /must export/],
  ['broken', 'export default 1 +;', /cannot be loaded: /],
  ['throws', 'throw new Error("no licence");', /cannot be loaded: no licence/],
  ['no-id', defined('{ kind: "pre", create: () => ({}) }'), /its id must be/],
  ['no-kind', defined('{ id: "x", create: () => ({}) }'), /its kind must be "pre", "primary" or "secondary"/],
  ['no-create', defined('{ id: "x", kind: "pre" }'), /its create must be a function/],
  ['creates-nothing', defined('{ id: "x", kind: "pre", create() {} }'), /must return an object/],
  ['cannot-create', defined('{ id: "x", kind: "pre", create() { throw new Error("no key"); } }'), /no key/],
  [
    'unknown-ability',
    defined('{ id: "x", kind: "pre", create: () => ({ checkSignin() {} }) }'),
    /checkSignin is no ability/,
  ],
  ['no-function', defined('{ id: "x", kind: "pre", create: () => ({ forms: [] }) }'), /forms is no function/],
  [
    'own-key',
    defined('{ id: "x", kind: "pre", create: () => ({}), messages: { en: { noname: "?" } } }'),
    /noname has the key of one of Latchkey's own/,
  ],
  [
    'no-english',
    defined('{ id: "x", kind: "pre", create: () => ({}), messages: { de: { "x-a": "A" } } }'),
    /x-a must be there in en/,
  ],
  [
    'own-id',
    defined('{ id: "password", kind: "primary", create: () => ({}) }'),
    /the id password, which is that of one of/,
  ],
])('says what is wrong with a module: %s', async (name, code, expected) => {
  const said = await refusal(`provider-${name}`, code);
  expect(said).toMatch(expected);
  expect(said).toMatch(/providers\.modules/);
});

it('names options that a provider without any is given', async () => {
  const code = defined('{ id: "x", kind: "pre", create: () => ({}) }');
  expect(await refusal('provider-no-options', code, { colour: 'green' })).toMatch(
    /takes no options, and was given colour/,
  );
});

it('tells of all modules at once', async () => {
  folder.install('provider-x', `${defined('{ id: "x", kind: "pre", create: () => ({}) }')}\n`);
  folder.install('provider-x2', `${defined('{ id: "x", kind: "pre", create: () => ({}) }')}\n`);
  const said = await load({ module: 'provider-x' }, { module: 'provider-x2' }, { module: './gone.js' }).catch(String);
  expect(said).toMatch(/modules\[1\] \(provider-x2\): another module has the id x/);
  expect(said).toMatch(/modules\[2\] \(\S+gone\.js\): there is no such file/);
});

it('takes classes, a named export, packages that are only for import, and paths in packages', async () => {
  const code = `import { defineProvider } from 'latchkey/provider';
class Closed { #reason = 'x-closed'; open = false; async checkName() { return this.open ? null : { code: this.#reason }; } }
export const provider = defineProvider({ id: 'closed', kind: 'pre', create: () => new Closed() });
`;
  folder.write('node_modules/@example/closed/index.mjs', code);
  folder.write('node_modules/@example/closed/package.json', {
    exports: { '.': { import: { types: './x.d.ts', default: './index.mjs' } }, './again': './index.mjs' },
  });
  for (const module of ['@example/closed', '@example/closed/again']) {
    const closed = (await load({ module })).find(({ id }) => id === 'closed');
    expect(await closed?.checkName?.({} as never, 'Ann')).toEqual({ code: 'x-closed' });
  }
});

it('asks providers among those of their kind, in the order of the configuration', async () => {
  for (const [name, kind] of Object.entries({ p1: 'pre', s1: 'secondary', m1: 'primary', p2: 'pre' })) {
    folder.install(`provider-${name}`, `${defined(`{ id: "${name}", kind: "${kind}", create: () => ({}) }`)}\n`);
  }
  const modules = ['s1', 'p2', 'm1', 'p1'].map((name) => ({ module: `provider-${name}` }));
  const ids = (await load(...modules)).map(({ id }) => id);
  const order = ['creation-throttle', 'p2', 'p1', 'm1', 'password', 'second-factor', 's1'];
  expect(ids.filter((id) => order.includes(id))).toEqual(order);
});
