import { createHash } from 'node:crypto';
import { oneLine } from '../../core/one-line.ts';
import type { Day } from '../../core/program.ts';
import type { Gap } from '../../core/report/block.ts';
import type { Language } from '../../core/text.ts';
import { formats } from '../../web/i18n/formats.ts';
import { accessMailMessages } from '../../web/i18n/messages/access-mail.ts';
import { reminderMailMessages as m } from '../../web/i18n/messages/reminders.ts';
import { translator } from '../../web/i18n/translator.ts';

/** What a programme lacks, as its recipient reads it, in the recipient's language and sight. */
export interface Lacking {
  readonly language: Language;
  readonly program: { readonly code: string; readonly title: string };
  /** Until when it is told. */
  readonly today: Day;
  /** Figures that are due, the newest, each with the path of its form. */
  readonly due: readonly { readonly text: string; readonly form: string }[];
  /** How many more are due, of older periods too. */
  readonly moreDue: number;
  /** The first items of each. */
  readonly gaps: readonly Gap[];
}

/** An e-mail, but for its address. */
export interface ReminderText {
  readonly subject: string;
  readonly body: string;
  /** How many figures it says are due, and how many gaps it names. */
  readonly figures: number;
  readonly gaps: number;
}

/** Whether there is anything to be reminded of. */
export function lacksSomething({ due, gaps }: Pick<Lacking, 'due' | 'gaps'>): boolean {
  return due.length + gaps.length > 0;
}

/**
 * The e-mail that reminds somebody of what a programme lacks: what is due and what the record lacks, each with the address
 * of its form.
 *
 * @param address where the service is reached, without a slash at its end; empty: nobody knows, and paths stand alone
 */
export function reminderText(
  { to, from, address }: { readonly to: string; readonly from: string; readonly address: string },
  { language, program, today, due, moreDue, gaps }: Lacking,
): ReminderText {
  const t = translator(language);
  const { day } = formats(language);
  const title = oneLine(program.title, 160);
  const link = (path: string) => `${address}${inLanguage(path, language)}`;
  const figures = due.length + moreDue;
  const page = `/programs/${encodeURIComponent(program.code)}`;
  const item = (text: string, path: string | null) =>
    path === null ? [`- ${oneLine(text)}`] : [`- ${oneLine(text)}`, `  ${link(path)}`];
  const duePart =
    figures === 0
      ? []
      : [
          [
            t(m.due, { count: figures }),
            ...due.flatMap(({ text, form }) => item(text, form)),
            ...(moreDue > 0 ? [`- ${t(m.more, { count: moreDue })}`] : []),
          ],
        ];
  const gapParts = gaps.map((gap) => {
    const more = (gap.all ?? gap.items.length) - gap.items.length;
    return [
      oneLine(gap.label),
      oneLine(gap.explanation),
      ...gap.items.flatMap(({ text, href, form }) => item(text, form?.path ?? href)),
      ...(more > 0 ? item(t(m.allOf, { count: gap.all ?? 0 }), `${page}?block=gap-${gap.id}`) : []),
    ];
  });
  const paragraphs = [
    [t(accessMailMessages.greeting, { name: oneLine(to, 120) })],
    [t(m.asks, { from: oneLine(from, 120), program: title, date: day(today) })],
    ...duePart,
    ...gapParts,
    [t(m.signIn)],
    [t(m.done, { from: oneLine(from, 120) })],
  ];
  return {
    subject: t(m.subject, { program: title }),
    body: `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`,
    figures,
    gaps: gaps.length,
  };
}

/** What a person has seen: equal digests are equal e-mails to the same people. */
export function digestOfTexts(texts: readonly (readonly [recipient: string, text: ReminderText])[]): string {
  const said = texts.map(([recipient, { subject, body }]) => [recipient, subject, body]);
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** Pages open in the language of the e-mail. */
function inLanguage(path: string, language: Language): string {
  const [before = '', fragment] = path.split('#', 2);
  const [pathname = '', query = ''] = before.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `${pathname}?${parameters}${fragment === undefined ? '' : `#${fragment}`}`;
}
