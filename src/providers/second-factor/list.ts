import type { Services } from '../../auth/services.ts';
import type { FactorMethod } from './method.ts';

/** A factor as its owner and administrators see it. Times are milliseconds. */
export interface FactorInfo {
  readonly id: number;
  /** Name of its method on the wire: `totp`, `webauthn`, … */
  readonly module: string;
  /** What its owner calls it; may be empty. */
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

/** What protects an account, and how many spare ways in (recovery codes) it has left. */
export interface FactorList {
  readonly factors: readonly FactorInfo[];
  readonly spares: number;
}

/** Lists the factors of an account. */
export async function listFactors(
  { stores }: Pick<Services, 'stores'>,
  methods: readonly FactorMethod[],
  userId: number,
): Promise<FactorList> {
  const rows = await stores.factors.list(userId);
  const methodOf = (kind: string) => methods.find((method) => method.kind === kind);
  const factors = rows.flatMap(({ id, kind, name, createdAt, lastUsedAt }) => {
    const method = methodOf(kind);
    return method?.protects ? [{ id, module: method.module, name, createdAt, lastUsedAt }] : [];
  });
  return { factors, spares: rows.filter(({ kind }) => methodOf(kind)?.protects === false).length };
}
