import { createContext, runInContext } from 'node:vm';
import { type OutputChunk, rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, startServer } from './support.ts';

let server: TestServer;
let script: string;
beforeAll(async () => {
  server = await startServer();
  const build = await rolldown({ input: `${import.meta.dirname}/../../src/client/browser.ts` });
  const { output } = await build.generate({ format: 'iife' });
  script = (output[0] as OutputChunk).code;
  await build.close();
});
afterAll(() => server.close());

/** A page that has nothing but what browsers have: cookies are kept for it, and addresses are of its site. */
function open(given?: object) {
  const cookies = new Map<string, string>();
  const requests: string[] = [];
  const addresses: string[] = [];
  const logged: unknown[] = [];
  const page = createContext({
    ...{ URL, URLSearchParams, FormData, AbortController, setTimeout, clearTimeout },
    console: { log: (value: unknown) => logged.push(value), debug: () => {} },
    location: { origin: server.url },
    document: {
      querySelector: () => given && { getAttribute: () => JSON.stringify(given) },
      documentElement: { lang: 'cs' },
    },
    async fetch(address: string, init: RequestInit) {
      addresses.push(address);
      requests.push(`${init.method} ${address.split('?')[0]}`);
      const headers = { ...init.headers, Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') };
      const response = await fetch(new URL(address, server.url), { ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      return response;
    },
  });
  runInContext(script, page);
  const run = (program: string): unknown => runInContext(program, page);
  /** Runs a program of the console until it has written something. */
  const written = async (program: string): Promise<unknown> => {
    const before = logged.length;
    run(program);
    await expect.poll(() => logged.length, { timeout: 5000 }).toBeGreaterThan(before);
    return JSON.parse(JSON.stringify(logged.at(-1)));
  };
  return { run, written, requests, addresses };
}

describe('a program in the console', () => {
  test('asks for tokens', async () => {
    const { written, requests } = open();
    const answer = await written(`
      var wanted = { action: 'query', meta: 'tokens', type: 'csrf', format: 'json' };
      new mw.Api().get( wanted ).done( function ( data ) {
        console.log( data.query.tokens.csrftoken );
      } );`);
    expect(answer).toBe('+\\');
    expect(requests).toEqual(['GET /w/api.php']);
  });

  test('creates an account and signs in', async () => {
    const { written, requests } = open();
    const created = await written(`
      var api = new mw.Api();
      api.get( { action: 'query', meta: 'tokens', type: 'createaccount' } ).done( function ( data ) {
        api.post( {
          action: 'createaccount', username: 'By console', password: 'S0me-Longer-One', retype: 'S0me-Longer-One',
          createreturnurl: 'http:' + mw.config.get( 'wgServer' ), createtoken: data.query.tokens.createaccounttoken
        } ).done( function ( answer ) { console.log( answer ); } );
      } );`);
    expect(created).toEqual({ createaccount: { status: 'PASS', username: 'By console' } });
    const signedIn = await written(`
      mw.loader.using( [ 'mediawiki.api' ] ).then( function () {
        return new mw.Api().login( 'By console', 'S0me-Longer-One' );
      } ).then( function ( answer ) { console.log( answer.login.lgusername ); } );`);
    expect(signedIn).toBe('By console');
    expect(requests).toEqual(['GET', 'POST', 'POST', 'POST'].map((method) => `${method} /w/api.php`));
  });

  test('has a password reset', async () => {
    const { written } = open();
    const answer = await written(`
      new mw.Api().postWithToken( 'csrf', { action: 'resetpassword', user: '${alice.name}' } ).done( function ( data ) {
        console.log( data );
      } );`);
    expect(answer).toEqual({ resetpassword: { status: 'success' } });
  });

  test('reads errors', async () => {
    const answer = await open().written(`
      new mw.Api().get( { assert: 'user' } ).fail( function ( code, data ) {
        console.log( [ code, data.error.code ] );
      } );`);
    expect(answer).toEqual(['assertuserfailed', 'assertuserfailed']);
  });

  test('loads texts in the language of the page', async () => {
    const { written, run, addresses } = open();
    await written(`new mw.Api().loadMessages( 'login' ).done( function () { console.log( 1 ); } )`);
    expect(addresses[0]).toContain('amlang=cs');
    expect(run(`mw.msg( 'login' )`)).toMatch(/^\p{L}/u);
    expect(run(`mw.message( 'no-such' ).exists()`)).toBe(false);
  });
});

test('what the page says is in mw.config and mw.user', async () => {
  const { run, written, requests } = open({
    config: { wgUserName: 'Alice', wgUserId: 1, wgScriptPath: '/w' },
    tokens: { csrfToken: 'known' },
    options: { gender: 'female' },
  });
  expect(run(`mw.config.get( 'wgServer' )`)).toBe(server.url);
  expect(run(`mw.config.get( 'nothing' )`)).toBeNull();
  expect(run(`mw.user.getName() + mw.user.getId() + mw.user.isAnon()`)).toBe('Alice1false');
  expect(run(`mw.user.options.get( 'gender' ) + mw.user.tokens.get( 'csrfToken' )`)).toBe('femaleknown');
  expect(run(`new mw.Api().assertCurrentUser( {} ).assertuser`)).toBe('Alice');
  expect(run(`mw.util.getUrl( 'Special:User login', { a: '1' } )`)).toBe('/wiki/Special:User_login?a=1');
  expect(await written(`new mw.Api().getToken( 'csrf' ).done( console.log )`)).toBe('known');
  expect(requests).toEqual([]);
});

test('a module that there is not fails', async () => {
  const answer = await open().written(
    `mw.loader.using( 'jquery.ui' ).fail( function ( e ) { console.log( e.message ); } )`,
  );
  expect(answer).toBe('Unknown module: jquery.ui');
});
