import { allowedText } from './allowed.ts';
import { isOption, type Option, type OptionTree, type Section } from './define.ts';
import { type DeclaredOption, declaredOptions } from './paths.ts';
import { sections } from './registry.ts';

/** Keeps characters that markdown would read as markup. */
const literal = (text: string): string => text.replace(/[*_<[\]]/g, '\\$&');

const code = (text: string): string => `\`${text}\``;

/** Long defaults get a block of their own, so that the list stays readable. */
const value = (label: string, given: unknown): string => {
  const text = JSON.stringify(given);
  if (text.length <= 90) return `- ${label}: ${code(text)}`;
  const block = JSON.stringify(given, null, 2)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  return `- ${label}:\n\n  \`\`\`json\n${block}\n  \`\`\``;
};

const entry = ({ path, env, option }: DeclaredOption): string =>
  [
    `### ${code(path)}`,
    '',
    option.description,
    '',
    `- Environment: ${code(env)}, or ${code(`${env}_FILE`)} for a file that holds it`,
    `- Allowed: ${literal(allowedText(option.schema))}${option.unit === undefined ? '' : ` (${option.unit})`}`,
    value('Default', option.default),
    ...(option.example === undefined ? [] : [value('Example', option.example)]),
    ...(option.sensitive ? ['- Sensitive: never printed or logged'] : []),
  ].join('\n');

const sectionText = (section: Section): string => {
  const heading = isOption(section.options as Option | OptionTree) ? '' : ` (${code(section.name)})`;
  const title = section.description.replace(/\.$/, '');
  return [`## ${title}${heading}`, ...declaredOptions([section]).map(entry)].join('\n\n');
};

const INTRODUCTION = `# Configuration

The server reads one file, \`latchkey.config.json\` or \`latchkey.config.mjs\` (a default export, or a function that returns
the configuration), then the environment, then the flags of the command line; later ones win. Every option has a default,
so an empty configuration is a working one. A name or a value that is not listed here stops the start, with all problems
at once.

In the environment, lists and objects are written as JSON; simple lists also with commas. An empty value counts as not
given. \`NAME_FILE\` reads the value from a file, without white space around it.`;

/** The reference page of all options, as markdown: path, environment name, what is allowed, default, description. */
export const renderReference = (): string => `${[INTRODUCTION, ...sections.map(sectionText)].join('\n\n')}\n`;
