import type { CodedMessage } from '../../errors/coded-message.ts';
import type { ModuleDefinition } from '../define.ts';
import type { ResultObject } from '../result.ts';

/** Checked values of a format's own parameters. */
export type FormatParams = Readonly<Record<string, unknown>>;

/** A way to write answers down. */
export interface Format {
  /** Its declaration as a module: name and parameters. */
  readonly module: ModuleDefinition;
  /** Extension in the suggested file name. */
  readonly extension: (params: FormatParams) => string;
  readonly contentType: (params: FormatParams) => string;
  /** Shown in capitals on the HTML page of its `…fm` sibling. */
  readonly title: string;
  /** Warnings about its own parameters, before writing. */
  readonly check?: (params: FormatParams) => readonly CodedMessage[];
  readonly write: (tree: ResultObject, params: FormatParams, indent: boolean) => string;
  /** Set on the formats that are HTML pages: the format that they show. */
  readonly pretty?: Format;
}

/** What all formats have in common as modules. */
export const formatModule = (
  name: string,
  className: string,
  params: ModuleDefinition['params'],
): ModuleDefinition => ({
  name,
  group: 'format',
  prefix: '',
  className,
  params,
  examples: [],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Data_formats'],
  handle: () => {},
});
