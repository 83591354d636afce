import type { VNode } from 'preact';
import type { Language } from '../../core/text.ts';
import { AUTONYMS } from '../../web/i18n/locales.ts';
import { searchMessages } from '../../web/i18n/messages/index-pages.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import { Said } from '../../web/parts/said.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { sameTimeFrom, withParameters } from '../../web/url.ts';
import type { FoundGroup, FoundTextsTold } from '../search.ts';
import { Page, type PageFrame } from './frame.tsx';

/** What is called so, kind by kind, and what texts say; its field is the one in the head of every page. */
export function SearchPage(props: {
  readonly frame: PageFrame;
  readonly search: string;
  readonly groups: readonly FoundGroup[];
  /** Null: nothing was searched. */
  readonly texts: FoundTextsTold | null;
}): VNode {
  const { frame, search, groups, texts } = props;
  const { t } = frame.edition;
  const count = groups.reduce((sum, { total }) => sum + total, texts?.total ?? 0);
  const title = search === '' ? t(searchMessages.title) : t(searchMessages.titleFor, { search });
  const lede = search === '' ? t(searchMessages.whatToType) : t(searchMessages.found, { count, search });
  return (
    <Page frame={frame} title={title} description={lede} current={null} illustrative={false}>
      <PageHeading title={title} lede={lede} />
      {search !== '' && count === 0 && <p>{t(searchMessages.fewerWords)}</p>}
      {groups.map((group) => (
        <Group key={group.kind} frame={frame} search={search} group={group} />
      ))}
      {texts !== null && texts.total > 0 && <Texts frame={frame} texts={texts} />}
    </Page>
  );
}

function Group(props: {
  readonly frame: PageFrame;
  readonly search: string;
  readonly group: FoundGroup;
}): VNode {
  const { frame, search, group } = props;
  const { kind, title, found, total, index } = group;
  const { t } = frame.edition;
  return (
    <Section id={kind} title={title} layout="text">
      <ul class="found-names">
        {found.map(({ code, text, href, isKnownByCode }) => (
          <li key={code}>
            {href === null ? (
              <Said text={text} />
            ) : (
              <a href={href}>
                <Said text={text} />
              </a>
            )}{' '}
            {isKnownByCode && <span class="quiet small">{code}</span>}
          </li>
        ))}
      </ul>
      {index !== null && total > found.length && (
        <p class="gap-all">
          <a
            href={withParameters(sameTimeFrom(frame.url, index), { search })}
            aria-label={t(listMessages.namedLink, {
              words: t(searchMessages.all, { count: total }),
              title,
            })}
          >
            {t(searchMessages.all, { count: total })}
          </a>
        </p>
      )}
    </Section>
  );
}

function otherThan(own: Language, language: Language): Language | null {
  return language === own ? null : language;
}

/** The days that a text is about, and its language where that is not the page's; names say theirs themselves. */
function About(props: { readonly period: string | null; readonly language: Language | null }): VNode {
  const { period, language } = props;
  return (
    <span class="quiet small">
      {period}
      {period !== null && language !== null && ' · '}
      {language !== null && <span lang={language}>{AUTONYMS[language]}</span>}
    </span>
  );
}

/** Each text with the words that were found, where they stand in it. */
function Texts({ frame, texts }: { readonly frame: PageFrame; readonly texts: FoundTextsTold }): VNode {
  const { edition } = frame;
  const { t } = edition;
  const { found, total, isCounted } = texts;
  return (
    <Section id="texts" title={t(searchMessages.texts)} layout="text">
      <ul class="found-names found-texts">
        {found.map(({ id, title, period, passage, href }) => (
          <li key={id}>
            {href === null ? (
              <Said text={title} />
            ) : (
              <a href={href}>
                <Said text={title} />
              </a>
            )}{' '}
            <About period={period} language={otherThan(edition.language, passage.language)} />
            <p lang={otherThan(edition.language, passage.language) ?? undefined}>
              {passage.pieces.map((piece, at) =>
                piece.isFound ? <mark key={at}>{piece.text}</mark> : piece.text,
              )}
            </p>
          </li>
        ))}
      </ul>
      {total > found.length && (
        <p class="quiet small">
          {t(isCounted ? searchMessages.moreTexts : searchMessages.manyTexts, { shown: found.length, total })}
        </p>
      )}
    </Section>
  );
}
