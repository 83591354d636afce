import type { VNode } from 'preact';
import type { ToldSection } from '../src/core/report/told-text.ts';
import type { Edition } from '../src/web/edition.ts';
import { narrativeMessages } from '../src/web/i18n/messages/narratives.ts';
import { Said } from '../src/web/parts/said.tsx';
import { Section } from '../src/web/parts/section.tsx';
import { ToldSections } from '../src/web/parts/told-text.tsx';
import { wordsInRoom } from './words-in-room.ts';

/** What the programmes of a sheet tell in words: running text, which may go on over the end of a page. */
export function FactSheetWords(props: {
  readonly edition: Edition;
  readonly programs: readonly {
    readonly code: string;
    readonly title: string;
    readonly words: { readonly sections: readonly ToldSection[] };
  }[];
}): VNode | null {
  const { edition, programs } = props;
  const { t } = edition;
  const told = programs
    .map(({ code, title, words }) => ({ code, title, ...wordsInRoom(words.sections) }))
    .filter(({ sections }) => sections.length > 0);
  if (told.length === 0) return null;
  return (
    <Section id="words" title={t(narrativeMessages.title)}>
      {told.map(({ code, title, sections, left, isShortened }) => (
        <section key={code} class="words-program">
          <h3>
            <Said text={title} />
          </h3>
          <ToldSections edition={edition} sections={sections} level={4} />
          {isShortened && <p class="quiet">{t(narrativeMessages.shortened)}</p>}
          {left > 0 && <p class="quiet">{t(narrativeMessages.more, { count: left })}</p>}
        </section>
      ))}
    </Section>
  );
}
