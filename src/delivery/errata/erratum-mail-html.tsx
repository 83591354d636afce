import type { VNode } from 'preact';
import type { Language } from '../../core/text.ts';
import { documentHtml } from '../../web/document.ts';
import { MailFrame, STYLE } from '../mail-frame.tsx';

/** What the e-mail of an erratum says, in the language of its reader; the text part says the same. */
export interface ErratumInMail {
  readonly language: Language;
  readonly title: string;
  /** Which issue it is of. */
  readonly about: string;
  /** What moved and why, each in a sentence. */
  readonly sentences: readonly string[];
  /** To the figures as they are, with every row. */
  readonly figures: { readonly words: string; readonly url: string } | null;
  /** To the issue as it was sent. */
  readonly link: { readonly about: string; readonly url: string; readonly words: string } | null;
  readonly why: string;
  readonly stop: { readonly words: string; readonly url: string } | null;
}

/** The HTML part of the e-mail of an erratum, in the look of those of reports. */
export function erratumMailHtml(said: ErratumInMail): string {
  return documentHtml(ErratumDocument(said));
}

function ErratumDocument(said: ErratumInMail): VNode {
  return (
    <MailFrame {...said}>
      <p style={STYLE.paragraph}>{said.about}</p>
      <ul style={STYLE.list}>
        {said.sentences.map((sentence) => (
          <li key={sentence} style={STYLE.figure}>
            {sentence}
          </li>
        ))}
      </ul>
      {said.figures !== null && (
        <p style={STYLE.paragraph}>
          <a href={said.figures.url} style={STYLE.button}>
            {said.figures.words}
          </a>
        </p>
      )}
      {said.link !== null && (
        <>
          <p style={STYLE.paragraph}>{said.link.about}</p>
          <p style={STYLE.paragraph}>
            <a href={said.link.url} style={STYLE.link}>
              {said.link.words}
            </a>
          </p>
        </>
      )}
    </MailFrame>
  );
}
