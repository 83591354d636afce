import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { methodsMessages, shortRules } from '../i18n/messages/methods.ts';
import { countingRules } from '../i18n/messages/methods-rules.ts';
import { totalsMessages } from '../i18n/messages/totals.ts';
import { DataTable } from './data-table.tsx';
import { inventedExample as example } from './invented-example.ts';
import { PageHeading, Prose, Section } from './section.tsx';

/** A number of the reader's own record, with where its rows are. */
export interface OwnNumber {
  readonly text: string;
  readonly href: string;
}

/** The rules of counting in plain words, with an invented number taken apart: the methods page. */
export function HowWeCount({
  edition,
  own,
}: {
  readonly edition: Edition;
  /** Null: its reader has signed in to no record, or nothing is in it. */
  readonly own: OwnNumber | null;
}): VNode {
  const { t, f } = edition;
  return (
    <>
      <PageHeading title={t(methodsMessages.title)} lede={t(methodsMessages.lede)} />
      <Section
        id="example"
        layout="text"
        title={t(methodsMessages.exampleTitle, { total: f.number(example.total) })}
        lede={t(methodsMessages.exampleIntro, { total: f.number(example.total), date: f.day(example.date) })}
      >
        <div class="table-example">
          <DataTable edition={edition} block={exampleTable(edition)} />
        </div>
        <ExampleChecks edition={edition} />
        {own !== null && (
          <p class="own-number">
            {t(methodsMessages.ownNumber)} <a href={own.href}>{own.text}</a>
          </p>
        )}
      </Section>
      <Section id="rules" layout="text" title={t(methodsMessages.rules)}>
        <ol class="rules">
          {countingRules.map(({ id, heading, text }) => (
            <li key={id} id={id} class="rule">
              <h3>{t(heading)}</h3>
              <p>{t(text)}</p>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** The rules that a reader of a report needs, one sentence each; its heading is the report's. */
export function HowWeCountShort({ edition }: { readonly edition: Edition }): VNode {
  const { t } = edition;
  return (
    <>
      <p class="quiet">{t(methodsMessages.shortIntro)}</p>
      <ul class="rules-short">
        {shortRules.map((rule) => (
          <li key={rule.en}>{t(rule)}</li>
        ))}
      </ul>
    </>
  );
}

function exampleTable({
  t,
  f,
}: Edition): Pick<Block, 'id' | 'title' | 'columns' | 'rows' | 'total' | 'notes'> {
  const remarks = {
    about: t(methodsMessages.exampleAbout),
    trainers: t(methodsMessages.exampleTrainers, {
      trainers: f.number(example.trainers),
      participants: f.number(example.participants),
    }),
    undated: t(methodsMessages.exampleUndated, {
      female: f.number(example.bySex.female),
      male: f.number(example.bySex.male),
    }),
    year: t(methodsMessages.exampleYear),
  };
  const row = (key: string, texts: readonly string[]) => ({
    key,
    href: null,
    muted: false,
    cells: texts.map((text) => ({ text, raw: text })),
  });
  const figure = {
    value: example.total,
    exact: example.total - example.approximate,
    approximate: example.approximate,
    undated: example.undated,
    denominator: null,
    missing: null,
    resultCount: 0,
    qualifier: null,
    valueHigh: null,
  };
  return {
    id: 'invented-example',
    title: t(methodsMessages.exampleCaption, { total: f.number(example.total) }),
    columns: [
      { key: 'country', label: t(totalsMessages.country), numeric: false },
      { key: 'value', label: t(totalsMessages.value), numeric: true },
      { key: 'remark', label: t(methodsMessages.exampleNote), numeric: false },
    ],
    rows: example.byCountry.map(({ country, value, remark }) => {
      const stated = {
        qualifier: remark === 'about' ? 'about' : 'exact',
        value,
        valueHigh: null,
        denominator: null,
      } as const;
      return row(country, [
        t(methodsMessages.exampleCountry, { letter: country }),
        f.stated(stated),
        remarks[remark],
      ]);
    }),
    total: row('total', [t(commonMessages.total), f.figureValue(figure), f.figureNote(figure) ?? '']),
    notes: [],
  };
}

function ExampleChecks({ edition: { t, f } }: { readonly edition: Edition }): VNode {
  const { byCountry, byDonor, bySex, targets } = example;
  const sum = (parts: readonly string[]) => `${parts.join(' + ')} = ${f.number(example.total)}`;
  const target = (qualifier: 'at least' | 'exact', value: number) =>
    f.stated({ qualifier, value, valueHigh: null, denominator: null });
  return (
    <Prose>
      <h3>{t(methodsMessages.exampleChecksTitle)}</h3>
      <ul>
        <li>
          {t(methodsMessages.exampleByCountry, { sum: sum(byCountry.map(({ value }) => f.number(value))) })}
        </li>
        <li>
          {t(methodsMessages.exampleBySex, {
            sum: sum([bySex.female, bySex.male, bySex.unknown].map(f.number)),
            unknown: f.number(bySex.unknown),
          })}
        </li>
        <li>
          {t(methodsMessages.exampleByMonth, {
            month: f.month(example.month),
            dated: f.number(example.endedInMonth),
            undated: f.number(example.undated),
          })}
        </li>
        <li>
          {t(methodsMessages.exampleByDonor, {
            shares: f.list(
              byDonor.map(
                ({ donor, value }) =>
                  `${t(methodsMessages.exampleDonor, { letter: donor })} ${f.number(value)}`,
              ),
            ),
            none: f.number(example.noDonor),
            both: f.number(example.ofBoth),
            sum: f.number(example.total + example.ofBoth),
            total: f.number(example.total),
          })}
        </li>
      </ul>
      <p>
        {t(methodsMessages.exampleLeftOut, {
          onSite: target('at least', targets.onSite),
          online: target('exact', targets.online),
          informed: f.number(example.informed),
        })}
      </p>
    </Prose>
  );
}
