import type { TestServer } from '../../src/testing/index.ts';

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decode = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? '');

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
  return found ? decode(found[1] ?? '') : null;
};

/** A form as a browser without scripts sees it. */
export interface Form {
  readonly action: string;
  /** What it would send as it stands. */
  readonly values: Readonly<Record<string, string>>;
  /** Names of everything that can be filled in or pressed. */
  readonly names: readonly string[];
  /** `autocomplete` by name. */
  readonly autocomplete: Readonly<Record<string, string>>;
}

const CONTROL = /<input\b[^>]*>|<button\b[^>]*>|<textarea\b[^>]*>[^<]*<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/g;

function readForm(markup: string): Form {
  const values: Record<string, string> = {};
  const names: string[] = [];
  const autocomplete: Record<string, string> = {};
  for (const [control] of markup.matchAll(CONTROL)) {
    const tag = control.slice(0, control.indexOf('>') + 1);
    const name = attribute(tag, 'name');
    if (name === null) continue;
    names.push(name);
    const hint = attribute(tag, 'autocomplete');
    if (hint !== null) autocomplete[name] = hint;
    if (tag.startsWith('<button')) continue;
    const isUnchecked = attribute(tag, 'type') === 'checkbox' && attribute(tag, 'checked') === null;
    if (isUnchecked || attribute(tag, 'disabled') !== null) continue;
    if (tag.startsWith('<textarea')) values[name] = decode(control.slice(tag.length, -'</textarea>'.length));
    else if (tag.startsWith('<select')) values[name] = /<option value="([^"]*)" selected/.exec(control)?.[1] ?? '';
    else values[name] = attribute(tag, 'value') ?? '';
  }
  return { action: attribute(markup, 'action') ?? '', values, names, autocomplete };
}

/** A page as it came. */
export interface Page {
  readonly status: number;
  /** Where it came from, after redirects. */
  readonly url: URL;
  readonly html: string;
  /** The text of `main`, without markup. */
  readonly text: string;
  readonly headers: Headers;
  readonly forms: readonly Form[];
  /** Texts of boxes, by kind. */
  readonly errors: readonly string[];
  readonly title: string;
}

const plainText = (markup: string): string =>
  decode(markup.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

async function readPage(response: Response, url: URL): Promise<Page> {
  const html = await response.text();
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return {
    status: response.status,
    url,
    html,
    text: plainText(main),
    headers: response.headers,
    forms: [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([markup]) => readForm(markup)),
    errors: [
      ...html.matchAll(
        /cdx-message--error[^>]*>\s*<span[^>]*><\/span>\s*<div class="cdx-message__content">([\s\S]*?)<\/div>/g,
      ),
    ].map(([, inner]) => plainText(inner ?? '')),
    title: plainText(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''),
  };
}

/** A browser without scripts: cookies, redirects within the site, forms. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly headers: Record<string, string> = {};
  readonly #base: string;

  constructor(server: Pick<TestServer, 'url'>) {
    this.#base = server.url;
  }

  /** Follows redirects, those to other sites excepted: then the page is the redirect. */
  async open(address: string, init: { body?: Record<string, string> | URLSearchParams } = {}): Promise<Page> {
    let url = new URL(address, this.#base);
    let body = init.body && new URLSearchParams(init.body);
    for (let hop = 0; hop < 8; hop++) {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        headers: { ...this.headers, Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        redirect: 'manual',
        ...(body && { body }),
      });
      this.#keep(response);
      const location = response.headers.get('location');
      const next = location === null ? null : new URL(location, url);
      if (!next || next.origin !== new URL(this.#base).origin) return readPage(response, next ?? url);
      await response.arrayBuffer();
      url = next;
      body = undefined;
    }
    throw new Error('too many redirects');
  }

  /** Sends the form of a page that has a field or button of this name (or the first one), with values. */
  async send(page: Page, values: Record<string, string>, having?: string): Promise<Page> {
    const name = having ?? Object.keys(values)[0];
    const form = page.forms.find(({ names }) => name === undefined || names.includes(name));
    if (!form) throw new Error(`no form with ${name} in: ${page.text}`);
    return this.open(new URL(form.action, page.url).href, { body: { ...form.values, ...values } });
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const at = pair.indexOf('=');
      if (attributes.some((text) => text.toLowerCase() === 'max-age=0')) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

/** The name that the site shows as signed in; null for a visitor. */
export async function signedInAs(browser: Browser): Promise<string | null> {
  const page = await browser.open('/wiki/Main_Page');
  return /lk-nav__name"[^>]*><bdi>([^<]*)</.exec(page.html)?.[1] ?? null;
}

/** Signs in with a password on the page. */
export async function signIn(browser: Browser, username: string, password: string): Promise<Page> {
  return browser.send(await browser.open('/wiki/Special:UserLogin'), { username, password });
}
