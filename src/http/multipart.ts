import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { ParamText } from '../api/request.ts';
import { MAX_PARAMETERS, paramText, putParam } from './form.ts';

/**
 * Reads a `multipart/form-data` body. Parts with a file name are files and are left out; a malformed body gives what
 * could be read of it. Values are read from their bytes as UTF-8, whatever charset a part claims, as MediaWiki does.
 */
export function parseMultipart(contentType: string, body: Uint8Array): Promise<Map<string, ParamText>> {
  const params = new Map<string, ParamText>();
  return new Promise((resolve) => {
    const done = (): void => resolve(params);
    let parser: BusboyInstance;
    try {
      parser = new Busboy({
        headers: { 'content-type': contentType },
        // Fields are read as files too: only so their bytes come undecoded.
        isPartAFile: () => true,
        limits: { files: MAX_PARAMETERS, parts: MAX_PARAMETERS },
      });
    } catch {
      done();
      return;
    }
    parser.on('file', (name, part, fileName) => {
      const chunks: Buffer[] = [];
      if ((fileName as string | undefined) === undefined && name !== undefined) {
        part.on('data', (chunk: Buffer) => chunks.push(chunk));
        part.on('end', () => putParam(params, name, () => paramText(Buffer.concat(chunks), 'replace')));
      } else part.resume();
      part.on('error', done);
    });
    parser.on('finish', done);
    parser.on('error', done);
    parser.end(body);
  });
}
