import { createMw, type Mw, type PageConfig } from './mw.ts';

/** What the script needs of the page that loads it. */
interface Surroundings {
  readonly document: {
    querySelector(selector: string): { getAttribute(name: string): string | null } | null;
    readonly documentElement: { readonly lang: string };
  };
  readonly location: { readonly origin: string };
  mw?: Mw;
}

const page = globalThis as unknown as Surroundings;
const given: PageConfig = JSON.parse(
  page.document.querySelector('[data-mw-config]')?.getAttribute('data-mw-config') ?? '{}',
);
const { lang } = page.document.documentElement;

/** Sets the global `mw` of a page: `<script type="module" src="…/browser.js">`. */
page.mw = createMw({
  ...given,
  config: { wgServer: page.location.origin, ...(lang !== '' && { wgUserLanguage: lang }), ...given.config },
});
