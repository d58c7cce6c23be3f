import { html, type SafeHtml, trustedHtml } from '../../base/html.ts';
import { type Message, msg, num, plain } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { runOf } from '../call.ts';
import { type Call, defineModule, type ParamSpecs } from '../define.ts';
import { findByPath, submodulesOf } from '../describe/find.ts';
import { flagsOf } from '../describe/info.ts';
import { aboutModule, descriptionOf, paramText, valueTexts, write } from '../describe/texts.ts';
import type { CompiledModule, ModuleSet } from '../module.ts';
import { document } from '../pages.ts';
import type { CompiledParam } from '../params/type.ts';
import { child, mark } from '../result.ts';

const params = {
  modules: { type: 'string', multi: true, default: 'main' },
  submodules: { type: 'boolean' },
  recursivesubmodules: { type: 'boolean' },
  wrap: { type: 'boolean' },
  toc: { type: 'boolean' },
} as const satisfies ParamSpecs;

const FILENAME = 'api-help.html';

/** Writes texts for one help page. */
class HelpWriter {
  readonly #call: Call;
  readonly #modules: ModuleSet;

  constructor(call: Call, modules: ModuleSet) {
    this.#call = call;
    this.#modules = modules;
  }

  text(message: Message): SafeHtml {
    const { services, language } = this.#call;
    return trustedHtml(write(services, message, 'html', language));
  }

  link(path: string): SafeHtml {
    return html`<a href="?action=help&amp;modules=${encodeURIComponent(path)}">${path}</a>`;
  }

  /** `isTold`: every value has a text of its own below. */
  #type(param: CompiledParam, isTold: boolean): SafeHtml {
    const notes: Message[] = [];
    const { spec, limits } = param;
    if (spec.deprecated) notes.push(msg('paramvalidator-help-deprecated'));
    if (spec.required) notes.push(msg('paramvalidator-help-required'));
    if (spec.type !== 'submodule' && !isTold && param.type.help) notes.push(...param.type.help(param));
    if (limits !== null) {
      notes.push(msg('paramvalidator-help-multi-separate'));
      const [low, high] = limits;
      if (param.values === null || param.values.length > low)
        notes.push(msg('paramvalidator-help-multi-max', num(low), num(high)));
      if (param.all !== null) notes.push(msg('paramvalidator-help-multi-all', plain(param.all)));
    }
    const fallback =
      'default' in spec && spec.default !== undefined && spec.default !== false ? String(spec.default) : null;
    if (fallback !== null) {
      notes.push(
        fallback === ''
          ? msg('paramvalidator-help-default-empty')
          : msg('paramvalidator-help-default', plain(fallback)),
      );
    }
    const links =
      spec.type === 'submodule'
        ? html`<dd>${(param.values ?? []).map((name, i) => html`${i === 0 ? '' : ', '}${this.link(this.#pathIn(spec.group, name))}`)}</dd>`
        : null;
    return html`${links}${notes.map((note) => html`<dd class="flags">${this.text(note)}</dd>`)}`;
  }

  #pathIn(group: string, name: string): string {
    return this.#modules.find(group as never, name)?.path ?? name;
  }

  #param(module: CompiledModule, param: CompiledParam): SafeHtml {
    const values = valueTexts(module, param, this.#call.services);
    const items = values.map(({ value, message }) => html`<dt><kbd>${value}</kbd></dt><dd>${this.text(message)}</dd>`);
    const name = param.spec.deprecated ? html`<span class="deprecated">${param.wire}</span>` : param.wire;
    return html`<dt id="${module.path}:${param.name}">${name}</dt>
<dd>${this.text(paramText(module, param))}</dd>
${this.#type(param, values.length > 0 && values.length === param.values?.length)}${values.length === 0 ? null : html`<dd><dl>${items}</dl></dd>`}`;
  }

  /** What is known of one module, as a section with an id that links can name. */
  section(module: CompiledModule): SafeHtml {
    const { definition, path } = module;
    const isMain = definition.group === 'main';
    const title = isMain ? this.text(msg('api-help-main-header')) : html`${this.link(path)}`;
    const flags = flagsOf(module).map((flag) => msg(`api-help-flag-${flag}`));
    const about = (message: Message) => this.text(aboutModule(module, message));
    // A link asks by GET, which a module that takes POST only refuses.
    const example = (query: string) =>
      module.mustBePosted
        ? html`<code>api.php?${query}</code>`
        : html`<a href="?${query}"><code>api.php?${query}</code></a>`;
    const examples = definition.examples.map(
      ({ query, message }) => html`<dt>${about(msg(message))}</dt><dd>${example(query)}</dd>`,
    );
    const heading = (key: string, count: number) => html`<h3>${this.text(msg(key, num(count)))}</h3>`;
    return html`<section id="${path}">
<h2>${title}${definition.prefix === '' ? null : html` <small>(${definition.prefix})</small>`}</h2>
${flags.length === 0 ? null : html`<ul class="flags">${flags.map((flag) => html`<li>${this.text(flag)}</li>`)}</ul>`}
${descriptionOf(module, this.#call.services).map((message) => html`<p>${this.text(message)}</p>`)}
${
  definition.helpUrls.length === 0
    ? null
    : html`${heading('api-help-help-urls', definition.helpUrls.length)}<ul>${definition.helpUrls.map((url) => html`<li><a href="${url}">${url}</a></li>`)}</ul>`
}
${
  module.params.length === 0
    ? null
    : html`${heading('api-help-parameters', module.params.length)}<dl>${module.params.map((param) => this.#param(module, param))}</dl>`
}
${definition.dynamic === undefined ? null : html`<p>${about(definition.dynamic)}</p>`}
${examples.length === 0 ? null : html`${heading('api-help-examples', examples.length)}<dl>${examples}</dl>`}
</section>
`;
  }

  /** Links to the sections of a page. */
  contents(modules: readonly CompiledModule[]): SafeHtml {
    return html`<nav aria-label="${this.#call.services.messages.plain(msg('api-help-title'), this.#call.language)}"><ul>${modules.map(
      ({ path }) => html`<li><a href="#${path}">${path}</a></li>`,
    )}</ul></nav>
`;
  }
}

/** The modules that a page is about: those that were named, and below them what was asked for. */
function selected(call: Call<typeof params>, modules: ModuleSet): CompiledModule[] {
  const { submodules, recursivesubmodules } = call.params;
  const found: CompiledModule[] = [];
  for (const path of call.params.modules) {
    const module = findByPath(path, modules);
    if ('key' in module) throw apiError(module, 'badmodule');
    found.push(module);
    if (!submodules && !recursivesubmodules) continue;
    for (const below of submodulesOf(module.path, modules)) {
      found.push(below);
      if (recursivesubmodules) found.push(...submodulesOf(below.path, modules));
    }
  }
  return [...new Set(found)];
}

/** `action=help`: what modules and their parameters are, for people. */
export const help = defineModule({
  name: 'help',
  group: 'action',
  prefix: '',
  className: 'ApiHelp',
  params,
  needsReadRight: false,
  examples: [
    { query: 'action=help', message: 'apihelp-help-example-main' },
    { query: 'action=help&modules=query&submodules=1', message: 'apihelp-help-example-submodules' },
    { query: 'action=help&recursivesubmodules=1', message: 'apihelp-help-example-recursive' },
    { query: 'action=help&modules=help', message: 'apihelp-help-example-help' },
  ],
  helpUrls: [
    'https://www.mediawiki.org/wiki/Special:MyLanguage/API:Main_page',
    'https://www.mediawiki.org/wiki/Special:MyLanguage/API:FAQ',
    'https://www.mediawiki.org/wiki/Special:MyLanguage/API:Quick_start_guide',
  ],
  handle(call) {
    const { modules } = runOf(call as Call).settings;
    const about = selected(call, modules);
    const writer = new HelpWriter(call as Call, modules);
    const sections = html`${call.params.toc ? writer.contents(about) : null}${about.map((module) => writer.section(module))}`;
    if (call.params.wrap) {
      const answer = child(call.result, 'help');
      Object.assign(mark(answer, { subelements: ['help'] }), {
        mime: 'text/html',
        filename: FILENAME,
        help: String(sections),
      });
      return;
    }
    const title = call.services.messages.plain(msg('api-help-title'), call.language);
    call.page(document(call.language, title, sections), FILENAME);
  },
});
