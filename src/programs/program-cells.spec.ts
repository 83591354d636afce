import type { z } from 'zod';
import {
  countryCode,
  countryCodes,
  nameCell,
  pillarsCell,
  placeCell,
  programCode,
  slugCode,
} from './program-cells.ts';
import { sharesRefusal } from './shares.ts';

function read(schema: z.ZodType, text: string): unknown {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return issue?.code === 'custom' ? `! ${issue.params?.code}` : issue;
}

it.each([
  [placeCell, 'CR', { code: 'CR', name: null }],
  [placeCell, 'region:OAS member states', { code: 'region:oas-member-states', name: 'OAS member states' }],
  [
    placeCell,
    'region: Caribbean (27 jurisdictions)',
    { code: 'region:caribbean-27-jurisdictions', name: 'Caribbean (27 jurisdictions)' },
  ],
  [placeCell, 'region:', '! CELL.NO_CODE'],
  [placeCell, 'Costa Rica', '! CELL.UNKNOWN_COUNTRY'],
  [countryCode, 'ES', 'ES'],
  [countryCode, 'EU', '! CELL.UNKNOWN_COUNTRY'],
  [countryCode, 'cr', '! CELL.UNKNOWN_COUNTRY'],
  [countryCodes, 'HN  CR HN', ['CR', 'HN']],
  [countryCodes, 'HN,CR', '! CELL.UNKNOWN_COUNTRY'],
  [pillarsCell, 'democracy', [{ code: 'democracy', share: null }]],
  [
    pillarsCell,
    'human-rights:40; democracy : 60',
    [
      { code: 'democracy', share: '60' },
      { code: 'human-rights', share: '40' },
    ],
  ],
  [
    pillarsCell,
    'human-rights;democracy',
    [
      { code: 'democracy', share: null },
      { code: 'human-rights', share: null },
    ],
  ],
  [pillarsCell, 'democracy:60', '! SHARES.NOT_100'],
  [pillarsCell, 'democracy:60;human-rights', '! SHARES.NOT_ALL_GIVEN'],
  [pillarsCell, 'democracy:most', '! CELL.NOT_A_SHARE'],
  [pillarsCell, 'democracy;democracy', '! CELL.NOT_PILLARS'],
  [pillarsCell, 'democracy;', '! CELL.NOT_PILLARS'],
  [programCode, 'MAR-CR.1_b', 'MAR-CR.1_b'],
  [programCode, 'MAR/CR', '! CELL.NOT_A_CODE'],
  [programCode, '-MAR', '! CELL.NOT_A_CODE'],
  [slugCode, 'human-rights', 'human-rights'],
  [slugCode, 'Human rights', '! CELL.NOT_A_CODE'],
  [nameCell, 'Spain (AECID)', 'Spain (AECID)'],
  [nameCell, '–', '! CELL.NO_CODE'],
])('%# reads %s', (schema, text, expected) => {
  expect(read(schema, text)).toEqual(expected);
});

it.each([
  [[], null],
  [[null, null], null],
  [['100'], null],
  [['33.33', '33.33', '33.34'], null],
  [['33.33', '33.33', '33.33'], 'SHARES.NOT_100'],
  [['50', null], 'SHARES.NOT_ALL_GIVEN'],
  [['0.1', '0.2', '99.7'], null],
])('shares %j', (shares, code) => {
  expect(sharesRefusal(shares)?.code ?? null).toBe(code);
});
