import type { VNode } from 'preact';
import type { Fault } from '../../core/fault.ts';
import type { Edition } from '../edition.ts';
import { faultSentence } from '../i18n/faults.ts';
import type { Message, MessageArgs } from '../i18n/message.ts';
import { errorDetails } from '../i18n/messages/error-details.ts';
import { errorMessages, errorPageMessages, refusalMessages } from '../i18n/messages/errors.ts';
import type { Translate } from '../i18n/translator.ts';
import { pageFrom, type Url } from '../url.ts';

/** What went wrong with a request, as the error filter says it; the reader's words are found by its code. */
export interface PageProblem {
  readonly status: number;
  readonly code: string;
  readonly values?: MessageArgs | undefined;
  readonly faults?: readonly Fault[] | undefined;
}

/** What stands inside the `Layout` in place of the page that was asked for. */
export function ErrorPage(props: {
  readonly edition: Edition;
  readonly url: Url;
  readonly problem: PageProblem;
}): VNode {
  const { edition, url, problem } = props;
  const { t } = edition;
  const details = errorDetailsOf(t, problem);
  const words = wordsOf(problem);
  return (
    <div class="error-page">
      <p class="kicker">{problem.status}</p>
      <h1>{t(words.title)}</h1>
      <p class="lede">{t(words.text)}</p>
      <h2>{t(errorPageMessages.whatToDo)}</h2>
      <p>{t(words.advice)}</p>
      <p class="error-actions">
        <a class="button" href={pageFrom(url, '/')}>
          {t(errorPageMessages.toDashboard)}
        </a>
        <a href={pageFrom(url, '/programs')}>{t(errorPageMessages.toPrograms)}</a>
      </p>
      <h2>{t(errorPageMessages.detail)}</h2>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      <p class="quiet small">{t(errorPageMessages.code, { code: problem.code })}</p>
    </div>
  );
}

/**
 * What happened, in the reader's language: each fault of the request, or the words of the error's code. None for a code
 * that has no words: the page says then what its status means, and the code itself.
 */
export function errorDetailsOf(
  t: Translate,
  { code, values = {}, faults = [] }: PageProblem,
): readonly string[] {
  if (faults.length > 0) return faults.map((fault) => faultSentence(t, fault));
  const words = isWorded(code) ? errorDetails[code] : null;
  // An error may be thrown anywhere, and its page must stand: without all that its sentence names it goes unsaid.
  if (words === null || !namesOf(words.en).every((name) => name in values)) return [];
  return [t(words as Message<MessageArgs>, values)];
}

function isWorded(code: string): code is keyof typeof errorDetails {
  return Object.hasOwn(errorDetails, code);
}

/** What a message names: `{code}`, `{minutes, plural, …}`. */
function namesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)(?=[},])/g)].flatMap(([, name]) => name ?? []);
}

/** The title of the page, for its `Layout`. */
export function errorTitle({ t }: Edition, problem: Pick<PageProblem, 'status' | 'code'>): string {
  return t(wordsOf(problem).title);
}

/** A few refusals have words of their own; the others read as their status. */
function wordsOf({ status, code }: Pick<PageProblem, 'status' | 'code'>) {
  return Object.hasOwn(refusalMessages, code)
    ? refusalMessages[code as keyof typeof refusalMessages]
    : errorMessages[kindOf(status)];
}

/** A status without words of its own reads as the general one of its class. */
function kindOf(status: number): keyof typeof errorMessages {
  const known = ([400, 401, 403, 404, 422, 429, 500, 503] as const).find((each) => each === status);
  return known ?? (status < 500 ? 400 : 500);
}
