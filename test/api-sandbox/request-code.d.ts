/** The script of the page; it is no TypeScript, because browsers get it as it is. */
declare module '*/request-code.js' {
  interface Request {
    readonly url: string;
    readonly method: 'GET' | 'POST';
    readonly params: readonly (readonly [string, string])[];
  }
  export const languages: Readonly<
    Record<'URL' | 'curl' | 'Python' | 'JavaScript' | 'PHP', (request: Request) => string>
  >;
}
