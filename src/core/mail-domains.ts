import { DomainError } from './errors.ts';
import { oneLine } from './one-line.ts';

const MOST_DOMAINS = 100;

/**
 * Domains as somebody typed them, one after the other with commas or blanks between: in the form in which they are compared,
 * in alphabetical order; null: none.
 *
 * @throws DomainError `SETTINGS.DOMAIN`, `SETTINGS.DOMAINS` (call)
 * @example readMailDomains('OAS.org, @example.org') // ['example.org', 'oas.org']
 */
export function readMailDomains(typed: string): readonly string[] | null {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  const domains = new Set(words.map((word) => readDomain(word.replace(/^@/, ''))));
  if (domains.size > MOST_DOMAINS) {
    throw new DomainError('SETTINGS.DOMAINS', `There are more than ${MOST_DOMAINS} domains.`, {
      kind: 'call',
      values: { most: String(MOST_DOMAINS) },
    });
  }
  return domains.size === 0 ? null : [...domains].sort();
}

/**
 * Whether reports may be sent to an address. A domain is meant as it stands: one below it is another.
 *
 * @param domains null: to any
 * @example mayBeWrittenTo('Ana@OAS.org', ['oas.org']) // true
 */
export function mayBeWrittenTo(address: string, domains: readonly string[] | null): boolean {
  if (domains === null) return true;
  const domain = inAscii(address.slice(address.lastIndexOf('@') + 1));
  return domain !== null && domains.includes(domain);
}

function readDomain(word: string): string {
  const domain = inAscii(word);
  if (domain !== null && DOMAIN.test(domain)) return domain;
  throw new DomainError('SETTINGS.DOMAIN', `"${oneLine(word, 80)}" is no domain.`, {
    kind: 'call',
    values: { domain: oneLine(word, 80) },
  });
}

/** Two labels at least, of letters, digits and hyphens (RFC 1035, 2.3.1), and no number as the last: that is an address. */
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/;

/** As the network writes it: `españa.example` as `xn--espaa-rta.example`; null: it is none. */
function inAscii(word: string): string | null {
  const address = `http://${word.replace(/\.$/, '')}/`;
  if (!URL.canParse(address)) return null;
  const { hostname, href } = new URL(address);
  return href === `http://${hostname}/` ? hostname : null;
}
