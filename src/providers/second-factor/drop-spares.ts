import type { Services } from '../../auth/services.ts';
import type { FactorMethod } from './method.ts';

/** Takes the spare ways in off an account that nothing protects any more. */
export async function dropSpares(
  { stores }: Pick<Services, 'stores'>,
  methods: readonly FactorMethod[],
  userId: number,
): Promise<void> {
  const left = await stores.factors.list(userId);
  if (methods.some(({ protects, kind }) => protects && left.some((factor) => factor.kind === kind))) return;
  for (const { kind } of methods) await stores.factors.remove(userId, kind);
}
