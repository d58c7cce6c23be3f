import { modules } from '../../src/api/registry.ts';
import { codeOf } from '../../src/errors/coded-message.ts';
import { ERRORS, type ErrorEntry } from '../../src/errors/table.ts';
import { createMessages } from '../../src/i18n/index.ts';
import { code, codes, literal, MADE, page, table } from './markdown.ts';

const messages = createMessages();

const textOf = (key: string): string => literal(messages.source(key, 'en') ?? '');

const tableRow = ([name, { keys, status, when, data }]: [string, ErrorEntry]): string[] => [
  code(name.endsWith('_') ? `${name}…` : name),
  String(status),
  when + (data === undefined ? '' : ` Data: ${codes(data)}.`),
  codes(keys),
];

/** One declared error: a message key, or a code that several messages have. */
function moduleRow(error: string): string[] {
  return messages.exists(error) ? [code(codeOf(error)), code(error), textOf(error)] : [code(error), '', ''];
}

const INTRODUCTION = `An error answer has HTTP status 200, as clients of the API expect, except where the table says something else. The
header \`MediaWiki-API-Error\` holds the code of the first error. Programs read codes; texts may change, and their form and
language follow \`errorformat\` and \`errorlang\`.

Sign-in, creation and linking answer with a status of their own instead of an error: \`FAIL\` with \`messagecode\`, which is
made from the message key in the same way as a code.`;

/** The page of all errors. */
export const renderErrors = (): string =>
  page(
    MADE,
    '# Errors',
    INTRODUCTION,
    '## Errors that every request can meet',
    table(['Code', 'HTTP', 'When', 'Message'], Object.entries(ERRORS).map(tableRow)),
    '## Errors of single modules',
    ...modules
      .filter(({ errors = [] }) => errors.length > 0)
      .map(({ group, name, errors = [] }) =>
        page(
          `### ${code(group === 'action' ? name : `query+${name}`)}`,
          table(['Code', 'Message', 'Text'], errors.map(moduleRow)),
        ).trimEnd(),
      ),
  );
