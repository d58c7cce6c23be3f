/** One thing that is wrong with the configuration. */
export interface ConfigProblem {
  /** Option path (`http.port`), or the environment name or file when the problem is there. */
  readonly path: string;
  /** Where it was given: a file, `LATCHKEY_HTTP_PORT`, or `overrides`. */
  readonly source: string;
  /** The whole problem in one line. Holds no sensitive value. */
  readonly text: string;
}

/** The configuration cannot be used. Holds every problem, not just the first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n` +
        problems.map((problem) => `  - ${problem.text}`).join('\n'),
    );
    this.problems = problems;
  }
}
