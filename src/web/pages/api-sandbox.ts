import { html } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import { assetUrl } from '../assets.ts';
import { definePage } from '../define.ts';
import { button, textField } from '../form/controls.ts';
import { page, textOf } from '../layout.ts';

/**
 * A form for requests to the API. A script makes it from what the API says about its modules; without scripts a plain
 * form asks the API itself, which answers with a page.
 */
export const apiSandbox = definePage({
  name: 'ApiSandbox',
  handle(call) {
    const { scriptPath } = call.services.config.http;
    const api = `${scriptPath}/api.php`;
    const text = (name: string): string => textOf(call, msg(`latchkey-sandbox-${name}`));
    const texts = { answer: text('answer'), fill: text('fill'), more: text('more'), send: text('send') };
    const line = (name: string, preset: string) =>
      textField(call, { name, label: name }, { value: call.param(name) ?? preset, verbatim: true });
    return page(call, {
      title: msg('apisandbox'),
      width: 'wide',
      body: html`<p>${text('about')}</p>
<div data-lk-sandbox="${JSON.stringify({ api, texts })}"><form method="get" action="${api}">
<input type="hidden" name="format" value="jsonfm"><input type="hidden" name="formatversion" value="2">
${line('action', 'query')}${line('meta', 'siteinfo')}${line('list', '')}${button(text('send'), null, {
  weight: 'primary',
  action: 'progressive',
})}</form></div>
<script src="${assetUrl(scriptPath, 'api-sandbox.js')}" type="module"></script>`,
    });
  },
});
