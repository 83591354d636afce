import type { VNode } from 'preact';
import type { Asked, PageForm, Visit } from '../access/index.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { errorDetails } from '../web/i18n/messages/error-details.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import { RowRefused } from './subscription-rows.use-case.ts';

/** What is wrong, by the field; null: with the whole. */
export type Wrong = ReadonlyMap<string | null, string>;

export function formOf(name: string): PageForm {
  return { name, words: errorDetails, fields: {} };
}

/** A row that is entered: what is wrong with it is said at its fields, all of it at once. */
export async function submitRow<Done>(
  visit: Visit<Asked>,
  form: string,
  does: () => Promise<Done>,
  {
    done,
    refused,
  }: {
    readonly done: string | ((of: Done) => string);
    readonly refused: (errors: Wrong) => Promise<VNode>;
  },
): Promise<void> {
  let errors: readonly RowError[] = [];
  const tried = () =>
    does().catch((error: unknown) => {
      if (error instanceof RowRefused) errors = error.errors;
      throw error;
    });
  await visit.submit(formOf(form), tried, {
    done,
    refused: ({ field, text }) =>
      refused(errors.length > 0 ? byField(visit, errors) : new Map([[field, text]])),
  });
}

/** By the field of the form: `lang` is what every address of ours says of the page itself. */
function byField({ edition }: Visit<Asked>, errors: readonly RowError[]): Wrong {
  const said = [...errorsByColumn(edition, errors)];
  return new Map(said.map(([column, text]) => [column === 'lang' ? 'language' : column, text]));
}
