// The form of Special:ApiSandbox, made from what the API says about its modules (action=paraminfo).
import { languages } from './request-code.js';

const place = document.querySelector('[data-lk-sandbox]');
const { api, texts } = JSON.parse(place.dataset.lkSandbox);
const known = new Map();
/** Values by parameter: they stay when modules come and go. */
const values = new Map(new URLSearchParams(location.hash.slice(1)));

const make = (tag, attributes = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
};

async function call(params, method = 'GET') {
  const data = new URLSearchParams({ format: 'json', formatversion: '2', ...params });
  const response = await fetch(
    method === 'GET' ? `${api}?${data}` : api,
    method === 'GET' ? {} : { method, body: data },
  );
  return { text: await response.text(), status: response.status };
}

async function moduleAt(path) {
  if (!known.has(path)) {
    const uselang = document.documentElement.lang;
    const { text } = await call({ action: 'paraminfo', modules: path, helpformat: 'html', uselang });
    known.set(path, JSON.parse(text).paraminfo.modules[0]);
  }
  return known.get(path);
}

/** What is chosen of a list, in one text. */
const joined = (parts) =>
  parts.some((part) => part.includes('|')) ? `\u001f${parts.join('\u001f')}` : parts.join('|');

function control(name, parameter) {
  const { type, multi, default: preset } = parameter;
  const now = values.get(name) ?? '';
  if (type === 'boolean') {
    const box = make('input', { type: 'checkbox', checked: values.has(name), className: 'lk-sandbox__flag' });
    box.addEventListener('change', () => (box.checked ? values.set(name, '1') : values.delete(name)));
    return box;
  }
  const store = (value) => (value === '' ? values.delete(name) : values.set(name, value));
  if (Array.isArray(type)) {
    const chosen = new Set(multi ? now.split('|') : [now]);
    const select = make('select', {
      className: 'cdx-select',
      multiple: multi,
      size: multi ? Math.min(type.length, 6) : 0,
    });
    if (!multi) select.append(make('option', { value: '', textContent: preset === undefined ? '' : `(${preset})` }));
    for (const value of type) select.append(make('option', { value, selected: chosen.has(value), textContent: value }));
    select.addEventListener('change', () => {
      store(joined([...select.selectedOptions].map((option) => option.value)));
      if (parameter.submodules) void show();
    });
    return select;
  }
  const kind = { password: 'password', integer: 'number' }[type] ?? 'text';
  const input = make(type === 'text' ? 'textarea' : 'input', {
    className: type === 'text' ? 'cdx-text-area__textarea' : 'cdx-text-input__input',
    value: now,
    placeholder: preset === undefined ? '' : String(preset),
    autocomplete: 'off',
    ...(type !== 'text' && { type: multi ? 'text' : kind }),
  });
  input.addEventListener('input', () => store(input.value));
  if (!parameter.tokentype) return input;
  const fill = make('button', { type: 'button', className: 'cdx-button', textContent: texts.fill });
  fill.addEventListener('click', async () => {
    const { text } = await call({ action: 'query', meta: 'tokens', type: parameter.tokentype });
    input.value = JSON.parse(text).query?.tokens?.[`${parameter.tokentype}token`] ?? '';
    store(input.value);
  });
  return make('span', { className: 'lk-sandbox__token' }, input, fill);
}

function field(module, parameter) {
  const name = `${module.prefix}${parameter.name}`;
  const input = control(name, parameter);
  const label = make('label', {}, make('b', { textContent: name }), parameter.required ? ' *' : '');
  const first = input.matches('span') ? input.firstChild : input;
  first.id = `lk-sandbox-${name}`;
  label.htmlFor = first.id;
  // The server's own markup of its messages.
  const help = make('div', { className: 'lk-note', innerHTML: parameter.description ?? '' });
  return make('div', { className: 'lk-field' }, label, input, help);
}

/** The modules that the present values call, the main one first. */
async function modulesNow() {
  const list = [];
  const add = async (path) => {
    const module = await moduleAt(path);
    if (!module) return;
    list.push(module);
    for (const { name, submodules, default: preset } of module.parameters) {
      if (!submodules || name === 'format') continue;
      const chosen = values.get(`${module.prefix}${name}`) ?? String(preset ?? '');
      for (const value of chosen.split('|')) if (submodules[value]) await add(submodules[value]);
    }
  };
  await add('main');
  return list;
}

const form = make('form', { autocomplete: 'off' });
const fields = make('div');
const more = make('textarea', { className: 'cdx-text-area__textarea', id: 'lk-sandbox-more', rows: 3 });
const output = make('div', { ariaLive: 'polite' });

/** Values that must not stand in an address: those of a link that is given to others. */
const secrets = (modules) =>
  modules.flatMap(({ prefix, parameters }) =>
    parameters.filter((p) => p.sensitive || p.tokentype || p.type === 'password').map(({ name }) => `${prefix}${name}`),
  );

async function show() {
  const modules = await modulesNow();
  const open = new Set([...fields.querySelectorAll('details[open]')].map(({ id }) => id));
  const parts = modules.map((module, index) => {
    const id = `lk-module-${module.path}`;
    const summary = make('summary', {}, make('b', { textContent: module.path }));
    const details = make('details', { id, open: open.has(id) || index > 0 }, summary);
    const [action, ...others] = module.parameters;
    if (index > 0) details.append(...module.parameters.map((parameter) => field(module, parameter)));
    else details.append(...others.map((parameter) => field(module, parameter)));
    return index > 0 ? [details] : [field(module, action), details];
  });
  fields.replaceChildren(...parts.flat());
  const isDynamic = modules.some(({ dynamicparameters }) => dynamicparameters);
  more.parentElement.hidden = !isDynamic;
}

/** The request of the present values. */
async function request() {
  const modules = await modulesNow();
  const names = modules.flatMap(({ prefix, parameters }) => parameters.map(({ name }) => `${prefix}${name}`));
  const params = names.filter((name) => values.has(name)).map((name) => [name, values.get(name)]);
  const extra = more.parentElement.hidden ? [] : more.value.split('\n').filter((line) => line.includes('='));
  for (const line of extra) params.push([line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  const mustPost = modules.some(({ mustbeposted }) => mustbeposted);
  const withDefaults = new Map([['format', 'json'], ['formatversion', '2'], ...params]);
  const own = new URL(api, location.href).href;
  return {
    url: own,
    method: mustPost ? 'POST' : 'GET',
    params: [...withDefaults],
    secrets: new Set(secrets(modules)),
    names,
  };
}

const pretty = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

async function send() {
  const sent = await request();
  // Fields of forms may be passwords, so a link has declared parameters only.
  const shared = sent.params.filter(([name]) => sent.names.includes(name) && !sent.secrets.has(name));
  history.replaceState(null, '', `#${new URLSearchParams(shared)}`);
  const started = performance.now();
  const { text, status } = await call(Object.fromEntries(sent.params), sent.method);
  const time = Math.round(performance.now() - started);
  const answer = make('pre', { className: 'lk-sandbox__answer', textContent: pretty(text) });
  const programs = Object.entries(languages)
    .filter(([name]) => name !== 'URL' || sent.method === 'GET')
    .map(([name, write]) =>
      make('details', {}, make('summary', { textContent: name }), make('pre', { textContent: write(sent) })),
    );
  output.replaceChildren(
    make('h2', { textContent: `${texts.answer}: HTTP ${status}, ${time} ms` }),
    make('div', { className: 'lk-scroll' }, answer),
    ...programs.map((program) => make('div', { className: 'lk-scroll' }, program)),
  );
}

form.append(
  fields,
  make('div', { className: 'lk-field' }, make('label', { htmlFor: more.id, textContent: texts.more }), more),
  make('button', {
    className: 'cdx-button cdx-button--weight-primary cdx-button--action-progressive',
    textContent: texts.send,
  }),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
if (!values.has('action')) values.set('action', 'query');
place.replaceChildren(form, output);
await show();
