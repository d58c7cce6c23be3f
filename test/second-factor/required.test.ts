import { expect, test } from 'vitest';
import { type Form, goOn, totpCode, useServer, withPassword } from './support.ts';

const server = useServer({ secondFactor: { requiredForGroups: ['sysop'], graceDays: 3 } });
const DAY = 86_400_000;

test('within the days of grace the set-up can be put off, afterwards not', async () => {
  const first = await withPassword(server(), 'Sam');
  expect(first.answer).toMatchObject({ status: 'UI', messagecode: 'oathauth-set-up-required-soon' });
  expect(await goOn(first.client, { skip2FASetup: '1' })).toMatchObject({ status: 'PASS' });

  server().clock.advance(3 * DAY - 1000);
  expect(await goOn((await withPassword(server(), 'Sam')).client, { skip2FASetup: '1' })).toMatchObject({
    status: 'PASS',
  });

  server().clock.advance(1000);
  const late = await withPassword(server(), 'Sam');
  expect(late.answer).toMatchObject({ status: 'UI', messagecode: 'oathauth-set-up-required' });
  expect(late.forms.map(({ id, required }) => [id, required])).toEqual([
    ['TwoFactorAuthenticationRequest', 'required'],
  ]);
  expect(await goOn(late.client, { skip2FASetup: '1' })).toMatchObject({ status: 'UI' });
  expect(await late.client.whoami()).toMatchObject({ id: 0 });
});

test('the code of the new key signs in, and the next sign-in asks for one', async () => {
  const { client, forms } = await withPassword(server(), 'Sam');
  const { secret, recoveryCodes } = (forms[0] as Form).metadata;
  expect(String(recoveryCodes).split(' ')).toHaveLength(10);
  expect(await goOn(client, { code: totpCode(server(), 0, String(secret)) })).toMatchObject({ status: 'PASS' });
  expect((await withPassword(server(), 'Sam')).answer).toMatchObject({ messagecode: 'oathauth-auth-ui' });
});

test('other groups are not asked, nor who has a factor', async () => {
  expect((await withPassword(server(), 'Alice')).answer).toMatchObject({ status: 'PASS' });
  expect((await withPassword(server(), 'Dora')).answer).toMatchObject({ messagecode: 'oathauth-auth-ui' });
});
