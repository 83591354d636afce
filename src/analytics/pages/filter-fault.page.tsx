import type { VNode } from 'preact';
import type { Fault } from '../../core/fault.ts';
import { faultSentence, faultText } from '../../web/i18n/faults.ts';
import { faultWords } from '../../web/i18n/messages/faults.ts';
import type { Choices } from '../../web/parts/choice-field.tsx';
import { FilterBar, type FilterBarProps } from '../../web/parts/filter-bar.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { withParameters } from '../../web/url.ts';
import { Page, type PageFrame } from './frame.tsx';

/** The filters that have a field of their own. */
const FIELDS = [
  'pillar',
  'country',
  'donor',
  'program',
  'indicator',
  'period',
  'from',
  'to',
  'as-of',
] as const;
type Field = (typeof FIELDS)[number];

/** In place of a page whose filter cannot be read: the filter as it was typed, and what is wrong with it. */
export function FilterFaultPage(props: {
  readonly frame: PageFrame;
  readonly faults: readonly Fault[];
  /** As it was typed. */
  readonly filter: FilterBarProps['filter'];
  readonly choices: Choices;
  readonly hasPrograms: boolean;
}): VNode {
  const { frame, faults, filter, choices } = props;
  const { t } = frame.edition;
  const title = t(faultWords.title);
  const ofFields = faults.flatMap((fault) => {
    const name = fieldOf(fault);
    return name === undefined ? [] : [[name, { text: faultText(t, fault), value: fault.value }] as const];
  });
  const others = faults.filter((fault) => fieldOf(fault) === undefined);
  // What has no field cannot be mended in the form, so the form does not send it again.
  const url = withParameters(frame.url, Object.fromEntries(others.map(({ parameter }) => [parameter, null])));
  return (
    <Page frame={frame} title={title} description={title} current={null} illustrative={false}>
      <PageHeading title={title} lede={t(faultWords.lede)} />
      {others.map((fault) => (
        <p key={fault.parameter} class="form-error" role="alert">
          {faultSentence(t, fault)}
        </p>
      ))}
      <FilterBar
        edition={frame.edition}
        url={url}
        filter={filter}
        choices={choices}
        hasPrograms={props.hasPrograms}
        faults={Object.fromEntries(ofFields)}
        open
      />
    </Page>
  );
}

function fieldOf({ parameter }: Fault): Field | undefined {
  return FIELDS.find((name) => name === parameter);
}
