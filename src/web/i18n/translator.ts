import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../core/text.ts';
import { isolated } from './isolate.ts';
import { LOCALES } from './locales.ts';
import type { Message, MessageArgs } from './message.ts';
import { typeset } from './typeset.ts';

/**
 * Says a message in the reader's language.
 *
 * @throws Error where an argument is missing, or where a bare `{n}` is given a number, which would print ungrouped.
 * @example t(rows, { count: 3 }) // '3 rows'
 */
export type Translate = <Args extends MessageArgs>(
  message: Message<Args>,
  ...args: keyof Args extends never ? [] : [args: Args]
) => string;

type Compiled = (args: MessageArgs) => string;

const translators = new Map<Language, Translate>();

/** The one translator of a language; a message is parsed the first time it is said. */
export function translator(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const compiled = new WeakMap<Message<never>, Compiled>();
  const t: Translate = (message, ...[args]) => {
    let say = compiled.get(message);
    if (!say) {
      say = compile(language, message[language]);
      compiled.set(message, say);
    }
    return say(args ?? {});
  };
  translators.set(language, t);
  return t;
}

function compile(language: Language, text: string): Compiled {
  const format = new IntlMessageFormat(typeset(language, text), LOCALES[language], undefined, {
    ignoreTag: true,
  });
  return (args) => {
    const said: Record<string, MessageArgs[string]> = {};
    for (const [name, value] of Object.entries(args)) {
      said[name] = typeof value === 'string' ? isolated(value) : value;
      if (typeof value === 'number' && text.includes(`{${name}}`)) {
        throw new TypeError(`"${name}" is a number: write {${name}, number} in "${text}", or pass text.`);
      }
    }
    return typeset(language, String(format.format(said)));
  };
}
