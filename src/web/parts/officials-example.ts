import type { Day } from '../../core/program.ts';
import type { LocalText } from '../../core/text.ts';

/**
 * The worked example of "How we count": officials trained, as five country fact sheets stated them at the end of June
 * 2017. It is history and stays as it is, whatever the database holds today.
 */
export const officialsExample = {
  date: '2017-06-30' satisfies Day,
  month: '2017-06',
  total: 123,
  byCountry: [
    { country: 'AG', value: 45, remark: 'about' },
    { country: 'CR', value: 37, remark: 'trainers' },
    { country: 'BB', value: 22, remark: 'undated' },
    { country: 'DO', value: 15, remark: 'year' },
    { country: 'CL', value: 4, remark: 'year' },
  ],
  approximate: 45,
  undated: 22,
  /** Costa Rica's two rows. */
  trainers: 7,
  participants: 30,
  bySex: { female: 7, male: 15, unknown: 101 },
  endedInMonth: 101,
  /** "Contributed to". */
  byDonor: [
    { donor: { en: 'Canada', es: 'Canadá', pt: 'Canadá', fr: 'Canada' } satisfies LocalText, value: 45 },
    {
      donor: {
        en: 'European Union',
        es: 'Unión Europea',
        pt: 'União Europeia',
        fr: 'Union européenne',
      } satisfies LocalText,
      value: 37,
    },
    {
      donor: {
        en: 'United States Counter-Terrorism Bureau',
        es: 'Oficina de Lucha contra el Terrorismo de los Estados Unidos',
        pt: 'Escritório de Contraterrorismo dos Estados Unidos',
        fr: 'Bureau de lutte contre le terrorisme des États-Unis',
      } satisfies LocalText,
      value: 19,
    },
  ],
  noDonor: 22,
  targets: { onSite: 340, online: 200_000 },
  informed: 370,
} as const;
