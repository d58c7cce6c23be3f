import { isoTime } from '../../base/time.ts';
import type { Block } from '../../storage/ports/index.ts';
import type { Call } from '../define.ts';
import type { ResultObject } from '../result.ts';
import { expiryText, timeForPeople } from './time-text.ts';

/** The members that describe a block in `userinfo`, `users`, `allusers` and in the data of errors. */
export function blockInfo(call: Pick<Call, 'language' | 'services'>, block: Block): ResultObject {
  const zone = call.services.config.site.timezone;
  const info: ResultObject = {
    blockid: block.id,
    blockedby: block.byName,
    blockedbyid: block.byId,
    blockreason: block.reason,
    blockedtimestamp: isoTime(block.at),
    blockexpiry: expiryText(block.expiresAt, 'infinite'),
    blockpartial: block.partial,
    blocknocreate: block.blocksAccountCreation,
    blockanononly: block.anonymousOnly,
    blockedtimestampformatted: timeForPeople(block.at, call.language, zone),
  };
  if (block.expiresAt !== null) {
    const formatted = timeForPeople(block.expiresAt, call.language, zone);
    info.blockexpiryformatted = formatted;
    info.blockexpiryrelative = formatted;
  }
  return info;
}
