import type { Figures } from './measure.ts';

/** One workload on all lanes. */
export interface Row {
  readonly workload: string;
  readonly requests: number;
  readonly lanes: readonly { readonly label: string; readonly figures: Figures }[];
}

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** How the first lane compares with another one: rates, and processor time of one unit the other way round. */
export function ratios(first: Figures, other: Figures): { rate: number; cpu: number | null } {
  const cpu = first.cpu && other.cpu ? other.cpu / first.cpu : null;
  return { rate: first.perSecond / other.perSecond, cpu };
}

/** Lines for people. The first lane is compared with each other one. */
export function lines({ workload, requests, lanes }: Row): string[] {
  const first = lanes[0]?.figures;
  const many = requests > 1 ? ` (${requests} requests each)` : '';
  return [
    `${workload}${many}`,
    ...lanes.map(({ label, figures }, index) => {
      const cells = [
        `  ${label.padEnd(24)}`,
        `${digits(figures.perSecond).padStart(7)}/s`,
        `p50 ${digits(figures.p50).padStart(5)} ms`,
        `p99 ${digits(figures.p99).padStart(5)} ms`,
        figures.cpu === null ? '' : `CPU ${digits(figures.cpu).padStart(6)} ms`,
        figures.errors > 0 ? `${figures.errors} ERRORS` : '',
      ];
      if (index > 0 && first) {
        const { rate, cpu } = ratios(first, figures);
        cells.push(`first has ${digits(rate * 100)} % of its rate${cpu ? `, ${digits(cpu * 100)} % by CPU` : ''}`);
      }
      return cells.filter(Boolean).join('  ');
    }),
  ];
}
