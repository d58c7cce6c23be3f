import type { AuthRequest } from '../auth/request.ts';
import { type HtmlValue, html } from '../base/html.ts';
import type { Message } from '../base/message.ts';
import type { TokenType } from '../sessions/types.ts';
import type { PageCall, PageResponse } from './define.ts';
import { CONTINUE_FIELD, PRESERVED_FIELD } from './flow.ts';
import { authForm } from './form/auth-form.ts';
import { serviceScript } from './form/captcha.ts';
import { form } from './form/form.ts';
import type { Purpose } from './form/hints.ts';
import type { Problem } from './form/problem.ts';
import { linkTo, page } from './layout.ts';
import { returnParams, returnTo } from './return-to.ts';

/** One step of a flow as a page. */
export interface StepView {
  /** Title of the page that takes the form, e.g. `Special:UserLogin`. */
  readonly to: string;
  readonly title: Message;
  readonly token: TokenType;
  readonly purpose: Purpose;
  readonly submit: Message;
  readonly requests: readonly AuthRequest[];
  readonly problems?: readonly Problem[];
  readonly continues?: boolean;
  readonly preserved?: boolean;
  /** Above the form. */
  readonly intro?: HtmlValue;
  /** Below it. */
  readonly links?: HtmlValue;
  /** Values to begin with, where nothing was sent. */
  readonly suggested?: Readonly<Record<string, string | null>>;
  /** Parameters of the page's address that the form takes along. */
  readonly query?: Readonly<Record<string, string | null>>;
}

/** Shows a step of a flow: its forms, what is wrong with what was sent, and where the person came from. */
export function stepPage(call: PageCall, view: StepView): PageResponse {
  const { suggested = {} } = view;
  const given = (name: string): string | null => call.request.body.get(name)?.value ?? suggested[name] ?? null;
  return page(call, {
    title: view.title,
    ...(serviceScript(view.requests) && { script: serviceScript(view.requests) as string }),
    body: html`${view.intro}
${form(call, {
  action: linkTo(call, view.to, { ...returnParams(returnTo(call)), ...view.query }),
  token: view.token,
  hidden: { [CONTINUE_FIELD]: view.continues ? '1' : null, [PRESERVED_FIELD]: view.preserved ? '1' : null },
  body: authForm(call, {
    requests: view.requests,
    purpose: view.purpose,
    submit: view.submit,
    problems: view.problems ?? [],
    given,
  }),
})}
${view.links}`,
  });
}
