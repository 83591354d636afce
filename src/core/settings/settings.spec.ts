import { LANGUAGES } from '../text.ts';
import { NOTHING_CHOSEN, senderName, settingsOf } from './settings.ts';

const DEFAULTS = { fiscalMonth: 4, reportTimeZone: 'America/New_York' };

describe('settings', () => {
  it('are by default those of the environment, in the four languages, on the first at six', () => {
    expect(settingsOf(NOTHING_CHOSEN, DEFAULTS)).toMatchObject({
      name: { es: 'Organización de los Estados Americanos' },
      languages: LANGUAGES,
      fiscalMonth: 4,
      reportingCurrency: 'USD',
      schedule: { dayOfMonth: 1, hour: 6, timeZone: 'America/New_York' },
      front: 'masthead',
      missedIssues: 'last',
    });
  });

  it('are what was chosen, and by default what was not', () => {
    const chosen = {
      ...NOTHING_CHOSEN,
      fiscalMonth: 7,
      reportingCurrency: 'JPY',
      reportHour: 0,
      timeZone: 'Europe/Paris',
      front: 'cover',
      missedIssues: 'all',
    } as const;
    expect(settingsOf(chosen, DEFAULTS)).toMatchObject({
      fiscalMonth: 7,
      reportingCurrency: 'JPY',
      front: 'cover',
      missedIssues: 'all',
      schedule: { dayOfMonth: 1, hour: 0, timeZone: 'Europe/Paris' },
    });
  });

  it('keep the time zone by default where the one chosen is not known here', () => {
    const chosen = { ...NOTHING_CHOSEN, timeZone: 'Nowhere/At_all' };
    expect(settingsOf(chosen, DEFAULTS).schedule.timeZone).toBe('America/New_York');
  });

  it('name the organisation as each language calls it, and the sender once it has a name', () => {
    const chosen = { ...NOTHING_CHOSEN, name: 'Itaipu', translations: { es: 'Itaipú' } };
    const named = settingsOf(chosen, DEFAULTS);
    expect(named.name).toEqual({ en: 'Itaipu', es: 'Itaipú', pt: 'Itaipu', fr: 'Itaipu' });
    expect(senderName(named, 'es')).toBe('Itaipú');
    expect(senderName(settingsOf(NOTHING_CHOSEN, DEFAULTS), 'es')).toBeNull();
  });
});
