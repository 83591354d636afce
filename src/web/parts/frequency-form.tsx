import type { VNode } from 'preact';
import { FREQUENCIES, type Frequency } from '../../core/schedule.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../../core/sending.ts';
import type { Edition } from '../edition.ts';
import {
  deliveredAsMessages,
  frequencyMessages,
  subscriptionMessages as m,
  whenNothingNewMessages,
} from '../i18n/messages/subscriptions.ts';
import { pageFrom, type Url } from '../url.ts';
import type { Option } from './form.tsx';

/**
 * How often a report may come, to choose from. Where the fiscal year is the calendar's it is no choice of its own.
 *
 * @param now what holds, which is there in any case
 */
export function frequencyOptions({ t }: Edition, fiscalMonth: number, now?: Frequency): readonly Option[] {
  return FREQUENCIES.filter((each) => each !== 'fiscal-yearly' || fiscalMonth !== 1 || each === now).map(
    (value) => ({ value, label: t(frequencyMessages[value]) }),
  );
}

/** As what a report may come, to choose from. */
export function deliveredAsOptions({ t }: Edition): readonly Option[] {
  return DELIVERED_AS.map((value) => ({ value, label: t(deliveredAsMessages[value]) }));
}

/** What may be done where nothing is new, to choose from. */
export function whenNothingNewOptions({ t }: Edition): readonly Option[] {
  return WHEN_NOTHING_NEW.map((value) => ({ value, label: t(whenNothingNewMessages[value]) }));
}

/** Has a report come more or less often: a list and its button, in a row of a table or below a text. */
export function FrequencyForm(props: {
  readonly frame: { readonly edition: Edition; readonly url: Url };
  /** Part of the id of its field: unique on the page. */
  readonly id: string;
  readonly action: string;
  /** For readers who listen, where many lists look alike. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: Frequency;
}): VNode {
  const { frame, id, action, label, options, value } = props;
  return (
    <form class="inline-form" method="post" action={pageFrom(frame.url, action)}>
      <select id={`often-${id}`} name="frequency" aria-label={label}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <button class="button-quiet" type="submit">
        {frame.edition.t(m.change)}
      </button>
    </form>
  );
}
