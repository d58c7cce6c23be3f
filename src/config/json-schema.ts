import { z } from 'zod';
import { isOption, type Option, type OptionTree } from './define.ts';
import { sections } from './registry.ts';

type Json = Record<string, unknown>;

function nodeSchema(node: Option | OptionTree): Json {
  if (!isOption(node)) return objectSchema(Object.entries(node).map(([name, child]) => [name, nodeSchema(child)]));
  const { $schema: _, ...schema } = z.toJSONSchema(node.schema, { io: 'input' }) as Json;
  return {
    ...schema,
    description: node.description,
    default: node.default,
    ...(node.sensitive ? { writeOnly: true } : {}),
    ...(node.example === undefined ? {} : { examples: [node.example] }),
  };
}

const objectSchema = (members: readonly (readonly [string, Json])[]): Json => ({
  type: 'object',
  properties: Object.fromEntries(members),
  additionalProperties: false,
});

/** The JSON schema of a configuration file, for editors. */
export const configJsonSchema = (): Json => {
  const root = objectSchema(
    sections.map((section) => [
      section.name,
      { ...nodeSchema(section.options as Option | OptionTree), description: section.description },
    ]),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Latchkey configuration',
    ...root,
    properties: { $schema: { type: 'string' }, ...(root.properties as Json) },
  };
};
