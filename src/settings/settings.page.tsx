import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import { CURRENCIES } from '../core/money.ts';
import { HOME_ORGANISATION } from '../core/organisation.ts';
import { turnsAt } from '../core/schedule.ts';
import {
  ERRATA_WAYS,
  FRONTS,
  MISSED_ISSUES,
  type SettingDefaults,
  type Settings,
  settingsOf,
  USUAL_SCHEDULE,
} from '../core/settings/settings.ts';
import { LANGUAGES, textIn } from '../core/text.ts';
import { zonesWith } from '../core/time-zone.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { settingsMessages as s } from '../web/i18n/messages/settings.ts';
import { AdministrationNav } from '../web/parts/administration-nav.tsx';
import { ButtonForm, Choices, Form, SelectField, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { DefinitionList, Section } from '../web/parts/section.tsx';
import { ColourSection, LogoForm } from './look.page.tsx';
import type { TypedLanguages, TypedName, TypedSchedule } from './settings-form.ts';

/** What was typed into a form that was refused, or is only looked at. */
export interface Typed {
  readonly organisation?: TypedName;
  readonly colour?: string;
  readonly languages?: TypedLanguages;
  readonly schedule?: TypedSchedule;
  readonly mailDomains?: string;
}

export interface SettingsPageProps {
  readonly frame: Frame;
  readonly settings: Settings;
  /** What the environment says. */
  readonly defaults: SettingDefaults;
  readonly now: Date;
  readonly typed: Typed;
  readonly refusal: Refusal | null;
  /** A colour is looked at that is not chosen yet. */
  readonly isShown: boolean;
  /** Money was stored: the reporting currency stays. */
  readonly isCurrencyFixed: boolean;
}

/** All that administrators set, a form for each subject. */
export function SettingsPage(props: SettingsPageProps): VNode {
  const { frame, isShown } = props;
  const { edition, url } = frame;
  const { t } = edition;
  return (
    <FormPage
      frame={isShown ? { ...frame, notice: t(s.notSaved) } : frame}
      title={t(s.title)}
      lede={t(s.lede)}
      current="administration"
      nav={<AdministrationNav edition={edition} url={url} current="settings" />}
    >
      <OrganisationSection {...props} />
      <Section id="look" title={t(s.look)} lede={t(s.lookLede)} layout="text">
        <LogoForm {...props} />
        {props.settings.chosen.logo !== null && (
          <ButtonForm frame={frame} action="/settings/logo/remove" label={t(s.removeLogo)} />
        )}
        <ColourSection {...props} />
        <FrontForm {...props} />
      </Section>
      <CalendarSection {...props} />
      <LanguagesSection {...props} />
      <ScheduleSection {...props} />
      <DomainsSection {...props} />
      <ErrataSection {...props} />
    </FormPage>
  );
}

function OrganisationSection({ frame, settings, typed, refusal }: SettingsPageProps): VNode {
  const { t, f, language } = frame.edition;
  const { name, translations } = settings.chosen;
  const given = typed.organisation;
  const languageNames = new Intl.DisplayNames(f.locale, { type: 'language' });
  return (
    <Section id="organisation" title={t(s.organisation)} lede={t(s.organisationLede)} layout="text">
      <Form
        frame={frame}
        id="organisation"
        action="/settings/organisation"
        refusal={refusal}
        submit={t(s.save)}
      >
        <TextField
          form="organisation"
          name="name"
          autocomplete="off"
          maxLength={200}
          required={false}
          label={t(s.name)}
          hint={t(s.emptyIs, { value: textIn(HOME_ORGANISATION, language) })}
          value={given?.name ?? name ?? ''}
          refusal={refusal}
        />
        {LANGUAGES.map((each) => (
          <TextField
            key={each}
            form="organisation"
            name={`name_${each}`}
            autocomplete="off"
            maxLength={200}
            required={false}
            label={t(s.nameIn, { language: languageNames.of(each) ?? each })}
            {...(each === LANGUAGES[0] && { hint: t(s.nameInHint) })}
            value={given?.translations[each] ?? translations?.[each] ?? ''}
            refusal={refusal}
          />
        ))}
      </Form>
    </Section>
  );
}

/** What reports begin with. */
function FrontForm({ frame, settings, refusal }: SettingsPageProps): VNode {
  const { t } = frame.edition;
  return (
    <Form frame={frame} id="front" action="/settings/front" refusal={refusal} submit={t(s.save)}>
      <Choices
        form="front"
        name="front"
        type="radio"
        label={t(s.front)}
        options={FRONTS.map((front) => ({ value: front, label: t(s[front]) }))}
        chosen={[settings.front]}
        refusal={refusal}
      />
    </Form>
  );
}

function CalendarSection(props: SettingsPageProps): VNode {
  const { frame, settings, defaults, refusal } = props;
  const { t, f } = frame.edition;
  const monthName = (month: number) =>
    new Intl.DateTimeFormat(f.locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2017, month - 1));
  const { fiscalMonth } = settings.chosen;
  return (
    <Section id="calendar" title={t(s.calendar)} layout="text">
      <Form frame={frame} id="calendar" action="/settings/calendar" refusal={refusal} submit={t(s.save)}>
        <SelectField
          form="calendar"
          name="fiscalMonth"
          label={t(s.fiscalMonth)}
          hint={t(s.fiscalHint)}
          value={fiscalMonth === null ? '' : String(fiscalMonth)}
          options={[
            { value: '', label: t(s.asInstalled, { value: monthName(defaults.fiscalMonth) }) },
            ...Array.from({ length: 12 }, (_, at) => ({
              value: String(at + 1),
              label: monthName(at + 1),
            })),
          ]}
          refusal={refusal}
        />
      </Form>
      {props.isCurrencyFixed ? <FixedCurrency {...props} /> : <CurrencyForm {...props} />}
    </Section>
  );
}

function CurrencyForm({ frame, settings, refusal }: SettingsPageProps): VNode {
  const { t, f } = frame.edition;
  const nameOf = currencyNames(f.locale);
  const options = CURRENCIES.map((code) => ({ value: code, label: `${nameOf(code)} (${code})` }));
  return (
    <Form frame={frame} id="currency" action="/settings/currency" refusal={refusal} submit={t(s.save)}>
      <SelectField
        form="currency"
        name="reportingCurrency"
        label={t(s.currency)}
        hint={t(s.currencyHint)}
        value={settings.reportingCurrency}
        options={options.toSorted((a, b) => a.label.localeCompare(b.label, f.locale))}
        refusal={refusal}
      />
    </Form>
  );
}

/** It may have been refused: money came while somebody chose. */
function FixedCurrency({ frame, settings, refusal }: SettingsPageProps): VNode {
  const { t, f } = frame.edition;
  const code = settings.reportingCurrency;
  const description = t(s.currencyFixed, { name: currencyNames(f.locale)(code), code });
  return (
    <div class="form-aside" id="currency">
      {refusal?.form === 'currency' && (
        <p class="form-error" role="alert">
          {refusal.text}
        </p>
      )}
      <DefinitionList items={[{ term: t(s.currency), description }]} />
    </div>
  );
}

/** As the language calls them. */
function currencyNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return (code) => names.of(code) ?? code;
}

function LanguagesSection({ frame, settings, typed, refusal }: SettingsPageProps): VNode {
  const { t } = frame.edition;
  const { languages } = settings;
  const given = typed.languages ?? { offered: languages, first: languages[0] ?? '' };
  const options = LANGUAGES.map((language) => ({ value: language, label: AUTONYMS[language] }));
  return (
    <Section id="languages" title={t(s.languages)} lede={t(s.languagesLede)} layout="text">
      <Form frame={frame} id="languages" action="/settings/languages" refusal={refusal} submit={t(s.save)}>
        <Choices
          form="languages"
          name="offered"
          type="checkbox"
          label={t(s.offered)}
          options={options}
          chosen={given.offered}
          refusal={refusal}
        />
        <SelectField
          form="languages"
          name="first"
          label={t(s.first)}
          options={options}
          value={given.first}
          refusal={refusal}
        />
      </Form>
    </Section>
  );
}

function ScheduleSection({ frame, settings, defaults, now, typed, refusal }: SettingsPageProps): VNode {
  const { t } = frame.edition;
  const { chosen, schedule } = settings;
  const given = typed.schedule ?? {
    day: chosen.reportDay === null ? '' : String(chosen.reportDay),
    hour: chosen.reportHour === null ? '' : String(chosen.reportHour),
    timeZone: chosen.timeZone ?? '',
  };
  const usual = settingsOf(
    { ...chosen, reportDay: null, reportHour: null, timeZone: null },
    defaults,
  ).schedule;
  return (
    <Section id="schedule" title={t(s.schedule)} lede={t(s.scheduleLede)} layout="text">
      <p class="form-text">{nextReport(frame.edition, schedule, now)}</p>
      <Form frame={frame} id="schedule" action="/settings/schedule" refusal={refusal} submit={t(s.save)}>
        <TextField
          form="schedule"
          name="day"
          inputMode="numeric"
          autocomplete="off"
          maxLength={2}
          required={false}
          label={t(s.day)}
          hint={t(s.emptyIs, { value: String(USUAL_SCHEDULE.dayOfMonth) })}
          value={given.day}
          refusal={refusal}
        />
        <SelectField
          form="schedule"
          name="hour"
          label={t(s.hour)}
          value={given.hour}
          options={[
            { value: '', label: t(s.asInstalled, { value: clock(usual.hour) }) },
            ...Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clock(hour) })),
          ]}
          refusal={refusal}
        />
        <SelectField
          form="schedule"
          name="timeZone"
          label={t(s.timeZone)}
          hint={t(s.timeZoneHint)}
          value={given.timeZone}
          options={[
            { value: '', label: t(s.asInstalled, { value: usual.timeZone.replaceAll('_', ' ') }) },
            ...zonesWith(schedule.timeZone).map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            })),
          ]}
          refusal={refusal}
        />
      </Form>
      <Form frame={frame} id="missed" action="/settings/missed" refusal={refusal} submit={t(s.save)}>
        <Choices
          form="missed"
          name="missedIssues"
          type="radio"
          label={t(s.missed)}
          options={MISSED_ISSUES.map((value) => ({ value, label: t(MISSED[value]) }))}
          chosen={[settings.missedIssues]}
          refusal={refusal}
        />
      </Form>
    </Section>
  );
}

/** To whom reports may be sent. */
function DomainsSection({ frame, settings, typed, refusal }: SettingsPageProps): VNode {
  const { t } = frame.edition;
  return (
    <Section id="domains" title={t(s.domains)} lede={t(s.domainsLede)} layout="text">
      <Form frame={frame} id="domains" action="/settings/domains" refusal={refusal} submit={t(s.save)}>
        <TextField
          form="domains"
          name="mailDomains"
          autocomplete="off"
          spellcheck={false}
          required={false}
          label={t(s.domainsField)}
          hint={t(s.domainsHint)}
          value={typed.mailDomains ?? settings.mailDomains?.join(', ') ?? ''}
          refusal={refusal}
        />
      </Form>
    </Section>
  );
}

/** What becomes of figures that move after a report was sent. */
function ErrataSection({ frame, settings, refusal }: SettingsPageProps): VNode {
  const { t } = frame.edition;
  return (
    <Section id="errata" title={t(s.errata)} lede={t(s.errataLede)} layout="text">
      <Form frame={frame} id="errata" action="/settings/errata" refusal={refusal} submit={t(s.save)}>
        <Choices
          form="errata"
          name="errata"
          type="radio"
          label={t(s.errataWay)}
          options={ERRATA_WAYS.map((way) => ({ value: way, label: t(s[ERRATA_WORDS[way]]) }))}
          chosen={[settings.errata]}
          refusal={refusal}
        />
      </Form>
    </Section>
  );
}

const ERRATA_WORDS = { proposed: 'errataProposed', sent: 'errataSent' } as const;
const MISSED = { last: s.missedLast, all: s.missedAll };

function nextReport({ t, f }: Edition, schedule: Settings['schedule'], now: Date): string {
  const { period, dueAtMs } = turnsAt(now.getTime(), schedule).next;
  return t(s.next, {
    period: f.period(period.key),
    moment: f.moment(new Date(dueAtMs), schedule.timeZone),
  });
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
