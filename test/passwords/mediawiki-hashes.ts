/** A hash that MediaWiki 1.39 made with its own password classes (PHP 8.2): what it is, the password, the stored text. */
export const mediaWikiHashes: readonly (readonly [kind: string, password: string, stored: string])[] = [
  ['md5 (A)', 'correct horse', ':A:3cb4e732631f47e6eb961f34554b7cde'],
  ['salted md5 (B)', 'correct horse', ':B:0f412b34:8bb55641d6e39e150b822042a7d0421c'],
  [
    'pbkdf2',
    'correct horse',
    ':pbkdf2:sha512:30000:64:Skl2pecscfwhcAif+NGeFA==:dcO5Kw68d9tV4GuNlvI1NJWfBeqRi95veL1OR2ZTiK+6TDgR5DV14BDuKPhV2inHLD7dBjQuR7yBvOzCiXQ6rg==',
  ],
  ['bcrypt', 'correct horse', ':bcrypt:9$RIbADJ//znoftDXNNHAzeu$6KDNip079rjRLXDlaHO8YY1E2UKGI1C'],
  [
    'argon2',
    'correct horse',
    ':argon2:$argon2id$v=19$m=65536,t=4,p=1$RlhNRkdRWGc1T29LZVlVbw$XhveSSCHtguK2/wA1xxbLaaw1wLs0ZHUy9/1XewJMBc',
  ],
  [
    'pbkdf2-legacyA',
    'correct horse',
    ':pbkdf2-legacyA:!sha512:30000:64!!TDo9xTK4dfZ8mJIDt7RPlw==!7+7F7GuYR6EBtbGxRo9cs6Sy9zDk2eOlQOuGX2Lti1gg1lqifdxPXKsUq76A3shLxDJCcSgkIHCF20ElUKESeg==',
  ],
  [
    'pbkdf2-legacyB',
    'correct horse',
    ':pbkdf2-legacyB:!sha512:30000:64!afe3b61e!bPLBN9/MxeYwda3ShmIC0w==!viNaEn+kQ/kcsIU10SBkjxOOw9j/3XIueaER1LQHtdZ3VbIUrpz+bEH+Sh44BFUc94si0KB9IwhVXaDCzCXS6A==',
  ],
  ['md5 (A)', 'Pässwörd ☃', ':A:bd34e4d832ac39deca3812933139c26e'],
  ['salted md5 (B)', 'Pässwörd ☃', ':B:2a3cb19a:7da25c06916bace634e89d557d8b2db9'],
  [
    'pbkdf2',
    'Pässwörd ☃',
    ':pbkdf2:sha512:30000:64:4/uaY40QYpPCPYzu26RFaA==:xyW1/YbphSfyfMrfaq3tYUdy/HhFTFVJ0n9dsmeAkGBr8uprmljgW6irOfnwd6TcJnTaAybWkXU6zxfuT+JaBA==',
  ],
  ['bcrypt', 'Pässwörd ☃', ':bcrypt:9$oXVaZbDfPeD0PeLYrioPbu$dIr6jqEWectt9tO2kqpprn8tjB4aIrW'],
  [
    'argon2',
    'Pässwörd ☃',
    ':argon2:$argon2id$v=19$m=65536,t=4,p=1$MkN1azNlMjZKdW9OOWJlbA$t5Wtn94yZbrSNQl0/U7gWO2JzlJWuEZQrbbUuhYjrG8',
  ],
  [
    'pbkdf2-legacyA',
    'Pässwörd ☃',
    ':pbkdf2-legacyA:!sha512:30000:64!!/c5Drb/tyNsXDNwD7VVx5w==!WsHks5SKB5lMvRPVVRlqQV0FMFpivR/grgUPBwSQr7oc0Rs7TRE/MVYB927Nlr8FjF7AkluDySzxu1RRQIzPyg==',
  ],
  [
    'pbkdf2-legacyB',
    'Pässwörd ☃',
    ':pbkdf2-legacyB:!sha512:30000:64!59cd0acc!SCvz+iCP8CKdi3JHJoi8Ug==!U/DM87VwYahxXBL4iWLfDKg5cH8E5loJIb35l3mZ7/uR733kuTUiKX42E0++fnAw8LxngsyqNh/ElO93U67Wyg==',
  ],
  [
    'a wrapped B',
    'correct horse',
    ':pbkdf2-legacyB:!sha512:30000:64!42!CrT+46RYoZ2pP/gfUodxOA==!K2TrUNacgN2xvchx1vlC4yDMTKaNA+/86R/G+kR0593vroBAFxHHQA/PE0Osp0CvPoYSlSS42Rfv9EaJUsoQ7g==',
  ],
  [
    'a wrapped A',
    'correct horse',
    ':pbkdf2-legacyA:!sha512:30000:64!!03wc+VAlg4zrMY4t96grqQ==!KHgwXaZNmgQchyKRgmj64+KdljFdMZBLer9H480I4jMEnJC4tIIqbng8EDkRiFBu06svp89woynHzXOyiRo62A==',
  ],
  [
    'a wrapped salted A',
    'correct horse',
    ':pbkdf2-legacyA:!sha512:30000:64!salt!ERlHT89sQ01F0HMI1fJZwQ==!+cn5+NgIWrxWDIwVW0W1cQln+5fz+pK0UsgxIuYoAtez8EW8c0Qs4eyHxE1vy1Mi2f82neOIWN+ZOVPP1dYX2Q==',
  ],
  ['an A with a salt', 'correct horse', ':A:salt:ef55ad0856e4cad4d4aa2511671d40f0'],
  [
    'argon2i',
    'correct horse',
    ':argon2:$argon2i$v=19$m=1024,t=3,p=1$ZGJaTGEuUmF2MXVVQ3ljbw$byeP1TtQfUHD3ZdDmQ4sogyQjZiiPHs2gGjCBn0fAUM',
  ],
  [
    'sha256 pbkdf2',
    'correct horse',
    ':pbkdf2:sha256:10000:128:Ndyg+A2imkDKg5vkA+g7cQ==:TEip/nxHgze5a2/MpJFP6BmjRPrbWvesZTt5J76oZzftJVPa3xfgi5YQkRRgAZciBR1xKC53gnT4BiplgpV4vjwTVo0P+TK7JHzY6RswquPb3w2wxFzswfkTLh0yCj+lOfmzYENtXlK0kEHS0pN8FAFPwsqZXEHcLs1l12u978E=',
  ],
  ['sha1 pbkdf2', 'correct horse', ':pbkdf2:sha1:1000:20:swP0PR45NhxfgVmBbVDsug==:Raijq2ecLjkqRzrmz2WMlZMQj5E='],
];
