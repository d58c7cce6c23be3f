import type { ThrottleExemption } from '../../storage/ports/index.ts';
import { showTime } from '../io.ts';

/** An exemption for programs. */
export const describeExemption = ({ id, range, limit, from, until, reason }: ThrottleExemption) => ({
  id,
  range,
  limit,
  from: showTime(from),
  until: showTime(until),
  reason,
});
