import type { VNode } from 'preact';
import type { MonthlySchedule } from '../../core/schedule.ts';
import { zonesWith } from '../../core/time-zone.ts';
import type { Edition } from '../edition.ts';
import { sendingTimeMessages as m } from '../i18n/messages/subscriptions.ts';
import { Choices, type FormRefusal, SelectField } from './form.tsx';

/** What of a form says at which moment of a month something is sent: as the organisation sends, or at its own. */
export interface GivenSendingTime {
  readonly at?: string;
  readonly day?: string;
  readonly hour?: string;
  readonly zone?: string;
}

/** A moment of each month: "day 15, 07:00, America/Costa Rica". */
export function sendingTimeWords({ t }: Edition, { dayOfMonth, hour, timeZone }: MonthlySchedule): string {
  return t(m.moment, { day: String(dayOfMonth), hour: clock(hour), zone: zoneWords(timeZone) });
}

/** As the organisation sends, or a day, an hour and a zone, which stand open where the latter is chosen. */
export function SendingTimeFields(props: {
  readonly edition: Edition;
  readonly form: string;
  /** As the organisation sends. */
  readonly schedule: MonthlySchedule;
  readonly given: GivenSendingTime;
  readonly refusal: (field: string) => FormRefusal | null;
}): VNode {
  const { edition, form, schedule, given, refusal } = props;
  const { t } = edition;
  const field = (name: string) => ({ form, name, refusal: refusal(name) });
  const organisation = t(m.asOrganisation, { moment: sendingTimeWords(edition, schedule) });
  const { day = '', hour = '', zone = '' } = given;
  const at = given.at ?? (day === '' ? 'organisation' : 'own');
  return (
    <div class="sending-time">
      <Choices
        {...field('at')}
        type="radio"
        label={t(m.title)}
        hint={t(m.hint)}
        options={[
          { value: 'organisation', label: organisation },
          { value: 'own', label: t(m.own) },
        ]}
        chosen={[at]}
      />
      <div class="own-time">
        <SelectField
          {...field('day')}
          label={t(m.day)}
          options={numbers(1, 28).map((value) => ({ value: String(value), label: String(value) }))}
          value={day === '' ? String(schedule.dayOfMonth) : day}
        />
        <SelectField
          {...field('hour')}
          label={t(m.hour)}
          options={numbers(0, 23).map((value) => ({ value: String(value), label: clock(value) }))}
          value={hour === '' ? String(schedule.hour) : hour}
        />
        <SelectField
          {...field('zone')}
          label={t(m.zone)}
          options={zonesWith(zone === '' ? schedule.timeZone : zone).map((value) => ({
            value,
            label: zoneWords(value),
          }))}
          value={zone === '' ? schedule.timeZone : zone}
        />
      </div>
    </div>
  );
}

function numbers(least: number, most: number): readonly number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const zoneWords = (zone: string) => zone.replaceAll('_', ' ');
