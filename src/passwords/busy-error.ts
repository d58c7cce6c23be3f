/** Too much work is waiting already, or the server is going down. Nothing was done; trying again later is right. */
export class BusyError extends Error {
  override readonly name = 'BusyError';

  constructor(message = 'too many passwords are being checked at this moment') {
    super(message);
  }
}
