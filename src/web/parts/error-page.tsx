import type { VNode } from 'preact';
import type { Edition } from '../edition.ts';
import { errorMessages, errorPageMessages, refusalMessages } from '../i18n/messages/errors.ts';
import { pageFrom, type Url } from '../url.ts';

/** What went wrong with a request, as the error filter says it. Its sentences are in English, for whoever mends it. */
export interface PageProblem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly remedy?: string;
}

/** What stands inside the `Layout` in place of the page that was asked for. */
export function ErrorPage(props: {
  readonly edition: Edition;
  readonly url: Url;
  readonly problem: PageProblem;
}): VNode {
  const { edition, url, problem } = props;
  const { t, language } = edition;
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
      <p lang={language === 'en' ? undefined : 'en'}>
        {problem.detail} {problem.remedy}
      </p>
      <p class="quiet small">{t(errorPageMessages.code, { code: problem.code })}</p>
    </div>
  );
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
