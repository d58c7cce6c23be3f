import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Logger } from '../auth/services.ts';
import type { Config } from '../config/index.ts';

/** A log that can be emptied before the process ends. */
export interface ProcessLog extends Logger {
  flush(): void;
}

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'ERROR',
  60: 'FATAL',
};

/** One entry as a line for people: time, level, text, then the fields. */
export function formatLogLine(json: string): string {
  const { time, level, msg, pid: _pid, hostname: _host, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const rest = Object.entries(fields)
    .map(
      ([name, value]) =>
        ` ${name}=${typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)}`,
    )
    .join('');
  return `${String(time).slice(11, 23)} ${LEVELS[Number(level)] ?? level} ${msg}${rest}\n`;
}

/** The operator's log on standard error: JSON lines, or text in a terminal. */
export function createLog(settings: Config['log']): ProcessLog {
  const text = settings.format === 'text' || (settings.format === 'auto' && process.stderr.isTTY === true);
  const stderr = destination({ dest: 2, sync: text });
  const stream: DestinationStream = text ? { write: (line) => void stderr.write(formatLogLine(line)) } : stderr;
  const logger = pino({ level: settings.level, base: null, timestamp: stdTimeFunctions.isoTime }, stream);
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    flush() {
      // Throws when nothing was ever written: the file is not open yet.
      try {
        stderr.flushSync();
      } catch {}
    },
  };
}
