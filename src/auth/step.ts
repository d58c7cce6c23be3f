import type { FlowState } from './flow-state.ts';
import { type Outcome, pass } from './outcome.ts';
import type { FlowContext, Provider } from './provider.ts';
import type { FilledRequest } from './request.ts';

/** One flow while a request runs it. */
export interface Run {
  readonly context: FlowContext;
  readonly state: FlowState;
}

/** What a stage says: an outcome that the client gets, or null = go on with the next stage. */
export type StageResult = Outcome | null;

/** One row of a flow's table. */
export interface Stage {
  readonly name: string;
  readonly enter: (run: Run, filled: readonly FilledRequest[]) => Promise<StageResult>;
  /** The answer to a UI or REDIRECT of this stage. */
  readonly resume?: (run: Run, filled: readonly FilledRequest[]) => Promise<StageResult>;
}

/**
 * Moves a flow on: runs its stages in the order of the table, from the beginning or from the stage that waits, until one
 * of them has something for the client. When all are through, the flow has passed.
 */
export async function step(
  stages: readonly Stage[],
  run: Run,
  filled: readonly FilledRequest[],
  resuming: boolean,
): Promise<Outcome> {
  let at = 0;
  if (resuming) {
    at = stages.findIndex((stage) => stage.name === run.state.stage);
    const waiting = stages[at];
    if (!waiting?.resume) throw new Error(`the flow waits in an unknown stage: ${run.state.stage}`);
    const result = await waiting.resume(run, filled);
    if (result) return result;
    at++;
  }
  for (; at < stages.length; at++) {
    const stage = stages[at] as Stage;
    run.state.stage = stage.name;
    run.state.provider = null;
    const result = await stage.enter(run, filled);
    if (result) return result;
  }
  return pass(run.state.username, run.state.warnings);
}

type Ask = (provider: Provider, run: Run, filled: readonly FilledRequest[]) => Promise<Outcome> | undefined;

/** A waiting outcome (UI, REDIRECT) notes who asked, so that the answer goes back there. */
function note(run: Run, provider: Provider, outcome: Outcome): Outcome {
  if (outcome.status === 'UI' || outcome.status === 'REDIRECT') {
    run.state.provider = provider.id;
    run.state.requests = outcome.requests;
  }
  return outcome;
}

/** A stage in which the first provider that does not abstain decides. `none` answers when all abstain. */
export function firstOf(options: {
  name: string;
  providers: readonly Provider[];
  ask: Ask;
  resume: Ask;
  passed: (
    run: Run,
    provider: Provider,
    username: string | null,
    filled: readonly FilledRequest[],
  ) => Promise<StageResult>;
  none: () => Outcome;
}): Stage {
  const settle = async (run: Run, provider: Provider, outcome: Outcome, filled: readonly FilledRequest[]) =>
    outcome.status === 'PASS' ? options.passed(run, provider, outcome.username, filled) : note(run, provider, outcome);
  return {
    name: options.name,
    async enter(run, filled) {
      for (const provider of options.providers) {
        const outcome = await options.ask(provider, run, filled);
        if (outcome && outcome.status !== 'ABSTAIN') return settle(run, provider, outcome, filled);
      }
      return options.none();
    },
    async resume(run, filled) {
      const provider = options.providers.find((p) => p.id === run.state.provider);
      const outcome = provider && (await options.resume(provider, run, filled));
      if (!provider || !outcome) return options.none();
      return settle(run, provider, outcome, filled);
    },
  };
}

/** A stage that every provider must pass or abstain from, in order. */
export function eachOf(options: { name: string; providers: readonly Provider[]; ask: Ask; resume: Ask }): Stage {
  const from = async (start: number, run: Run, filled: readonly FilledRequest[]): Promise<StageResult> => {
    for (const provider of options.providers.slice(start)) {
      const outcome = await options.ask(provider, run, filled);
      if (outcome && outcome.status !== 'ABSTAIN' && outcome.status !== 'PASS') return note(run, provider, outcome);
    }
    return null;
  };
  return {
    name: options.name,
    enter: (run, filled) => from(0, run, filled),
    async resume(run, filled) {
      const at = options.providers.findIndex((p) => p.id === run.state.provider);
      const provider = options.providers[at];
      const outcome = provider && (await options.resume(provider, run, filled));
      if (provider && outcome && outcome.status !== 'ABSTAIN' && outcome.status !== 'PASS') {
        return note(run, provider, outcome);
      }
      return from(at + 1, run, filled);
    },
  };
}
