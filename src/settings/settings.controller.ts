import { Body, Controller, Get, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CurrentSettings, type SettingsChange, type Visit, Visiting } from '../access/index.ts';
import { ERRATA_WAYS, FRONTS, MISSED_ISSUES, settingsOf } from '../core/settings/settings.ts';
import { inEachLanguage, LANGUAGES } from '../core/text.ts';
import { zonesWith } from '../core/time-zone.ts';
import { Clock } from '../platform/clock/clock.ts';
import { settingsMessages } from '../web/i18n/messages/settings.ts';
import { ChangeSettings } from './change-settings.use-case.ts';
import { readLogo } from './logo.ts';
import { SettingsPage, type SettingsPageProps, type Typed } from './settings.page.tsx';
import {
  colourChange,
  currencyChange,
  domainsChange,
  errataChange,
  frontChange,
  languagesChange,
  missedChange,
  nameChange,
  scheduleChange,
  settingsForm,
} from './settings-form.ts';

const text = z
  .string({ error: 'takes one value' })
  .max(1_000, { error: 'takes at most 1,000 characters' })
  .refine((typed) => !typed.includes('\0'), { error: 'holds a NUL character' })
  .default('');

const nameForm = z.object({ name: text, ...inEachLanguageOf('name') });
/** Nothing chosen is no file. */
const logoForm = z.object({ logo: z.instanceof(Uint8Array).catch(new Uint8Array()) });
const colourForm = z.object({ accent: text, show: text });
const fiscalForm = z.object({ fiscalMonth: z.enum(['', ...numbers(1, 12)], { error: 'takes a month' }) });
const currencyForm = z.object({ reportingCurrency: text });
const errataForm = z.object({
  errata: z.enum(ERRATA_WAYS, { error: `takes ${ERRATA_WAYS.join(' or ')}` }),
});
const frontForm = z.object({ front: z.enum(FRONTS, { error: `takes ${FRONTS.join(' or ')}` }) });
const missedForm = z.object({
  missedIssues: z.enum(MISSED_ISSUES, { error: `takes ${MISSED_ISSUES.join(' or ')}` }),
});
const domainsForm = z.object({ mailDomains: text });
const languagesForm = z.object({
  offered: z.union([text.transform((one) => [one]), z.array(z.enum(LANGUAGES))]).catch([]),
  first: text,
});
const scheduleForm = z.object({
  day: text,
  hour: z.enum(['', ...numbers(0, 23)], { error: 'takes an hour' }),
  timeZone: text,
});

const NOTICES = { saved: settingsMessages.saved };

/** How the organisation sets the service up: for administrators. */
@ApiExcludeController()
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly settings: CurrentSettings,
    private readonly changes: ChangeSettings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Visiting() visit: Visit): Promise<void> {
    visit.show(await this.page(visit));
  }

  @Post('organisation')
  name(
    @Visiting() visit: Visit,
    @Body({ schema: nameForm }) { name, ...given }: z.output<typeof nameForm>,
  ): Promise<void> {
    const translations = inEachLanguage(
      (language) => (given as Readonly<Record<string, string>>)[`name_${language}`] ?? '',
    );
    const typed = { name, translations };
    return this.save(visit, 'organisation', () => nameChange(typed), { organisation: typed });
  }

  @Post('logo')
  @RouteConfig({ takesFile: true })
  logo(
    @Visiting() visit: Visit,
    @Body({ schema: logoForm }) { logo }: z.output<typeof logoForm>,
  ): Promise<void> {
    return this.save(visit, 'logo', () => ({ logo: readLogo(logo) }), {});
  }

  @Post('logo/remove')
  removeLogo(@Visiting() visit: Visit): Promise<void> {
    return this.save(visit, 'logo', () => ({ logo: null }), {});
  }

  @Post('colour')
  async colour(
    @Visiting() visit: Visit,
    @Body({ schema: colourForm }) { accent, show }: z.output<typeof colourForm>,
  ): Promise<void> {
    if (show === '') return this.save(visit, 'colour', () => colourChange(accent), { colour: accent });
    return visit.submit(settingsForm('colour'), async () => colourChange(accent), {
      done: (shown) => this.page(visit, { typed: { colour: accent }, shown }),
      refused: (refusal) => this.page(visit, { typed: { colour: accent }, refusal }),
    });
  }

  @Post('front')
  front(
    @Visiting() visit: Visit,
    @Body({ schema: frontForm }) { front }: z.output<typeof frontForm>,
  ): Promise<void> {
    return this.save(visit, 'front', () => frontChange(front), {});
  }

  @Post('errata')
  errata(
    @Visiting() visit: Visit,
    @Body({ schema: errataForm }) { errata }: z.output<typeof errataForm>,
  ): Promise<void> {
    return this.save(visit, 'errata', () => errataChange(errata), {});
  }

  @Post('missed')
  missed(
    @Visiting() visit: Visit,
    @Body({ schema: missedForm }) { missedIssues }: z.output<typeof missedForm>,
  ): Promise<void> {
    return this.save(visit, 'missed', () => missedChange(missedIssues), {});
  }

  @Post('domains')
  domains(
    @Visiting() visit: Visit,
    @Body({ schema: domainsForm }) { mailDomains }: z.output<typeof domainsForm>,
  ): Promise<void> {
    return this.save(visit, 'domains', () => domainsChange(mailDomains), { mailDomains });
  }

  @Post('currency')
  currency(
    @Visiting() visit: Visit,
    @Body({ schema: currencyForm }) { reportingCurrency }: z.output<typeof currencyForm>,
  ): Promise<void> {
    return this.save(visit, 'currency', () => currencyChange(reportingCurrency), {});
  }

  @Post('calendar')
  calendar(
    @Visiting() visit: Visit,
    @Body({ schema: fiscalForm }) { fiscalMonth }: z.output<typeof fiscalForm>,
  ): Promise<void> {
    const chosen = fiscalMonth === '' ? null : Number(fiscalMonth);
    return this.save(visit, 'calendar', () => ({ fiscalMonth: chosen }), {});
  }

  @Post('languages')
  languages(
    @Visiting() visit: Visit,
    @Body({ schema: languagesForm }) typed: z.output<typeof languagesForm>,
  ): Promise<void> {
    return this.save(visit, 'languages', () => languagesChange(typed), { languages: typed });
  }

  @Post('schedule')
  schedule(
    @Visiting() visit: Visit,
    @Body({ schema: scheduleForm }) typed: z.output<typeof scheduleForm>,
  ): Promise<void> {
    const { timeZone } = this.settings.now.schedule;
    const change = () => scheduleChange(typed, zonesWith(timeZone));
    return this.save(visit, 'schedule', change, { schedule: typed });
  }

  private save(visit: Visit, form: string, change: () => SettingsChange, typed: Typed): Promise<void> {
    return visit.submit(settingsForm(form), async () => this.changes.change(visit.actor, change()), {
      done: `/settings?done=saved`,
      refused: (refusal) => this.page(visit, { typed, refusal }),
    });
  }

  private async page(
    visit: Visit,
    {
      typed = {},
      refusal = null,
      shown,
    }: Partial<Pick<SettingsPageProps, 'typed' | 'refusal'>> & {
      /** A colour that is looked at, and not chosen. */
      readonly shown?: { readonly accent: string | null };
    } = {},
  ): Promise<VNode> {
    const { now: settings, defaults } = this.settings;
    const chosen = { ...settings.chosen, ...shown };
    const looked = shown === undefined ? settings : settingsOf(chosen, defaults, settings.stamp);
    return SettingsPage({
      frame: visit.frame({ notices: NOTICES, path: '/settings', settings: looked }),
      settings: looked,
      defaults,
      now: this.clock.now(),
      typed,
      refusal,
      isShown: shown !== undefined,
      isCurrencyFixed: await this.changes.isCurrencyFixed(),
    });
  }
}

/** A field for each language: `name_es`. */
function inEachLanguageOf(name: string) {
  return Object.fromEntries(LANGUAGES.map((language) => [`${name}_${language}`, text]));
}

function numbers(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}
