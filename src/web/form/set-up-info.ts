import type { Field } from '../../auth/fields.ts';
import type { AuthRequest } from '../../auth/request.ts';
import { html, type SafeHtml } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import { otpauthUri } from '../../providers/totp/set-up.ts';
import type { PageCall } from '../define.ts';
import { richText, textOf } from '../layout.ts';

const metadata = (request: AuthRequest, name: string): string | null => {
  const value = request.metadata?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** What a form tells beside its fields: the key for an authenticator app, new recovery codes, or only its label. */
export function setUpInfo(call: PageCall, request: AuthRequest, field: Field | null): SafeHtml {
  const secret = metadata(request, 'secret');
  const codes = metadata(request, 'recoveryCodes');
  const link =
    secret && otpauthUri(call.services.config.site.name, metadata(request, 'account') ?? '', secret.replace(/ /g, ''));
  return html`${field && html`<p>${richText(call, field.label)}</p>`}${
    secret &&
    html`<p class="lk-secret"><span class="lk-secret__label">${textOf(call, msg('latchkey-secret-key'))}</span> <code>${secret}</code></p>
<p><a href="${link}">${textOf(call, msg('latchkey-open-app'))}</a></p>`
  }${
    codes &&
    html`<div class="lk-secret"><p class="lk-secret__label">${textOf(call, msg('latchkey-recovery-codes'))}</p><ul class="lk-codes">${codes
      .split(' ')
      .map((code) => html`<li><code>${code}</code></li>`)}</ul></div>`
  }`;
}
