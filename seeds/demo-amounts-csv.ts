import { type InEachLanguage, LANGUAGES } from '../src/core/text.ts';
import type { DemoKind, DemoRate, DemoTransaction } from './demo-amounts.ts';

const INTRODUCTION: InEachLanguage<string> = {
  en: 'Illustrative amount, generated for demonstration: ',
  es: 'Monto ilustrativo, generado con fines de demostración: ',
  pt: 'Montante ilustrativo, gerado para fins de demonstração: ',
  fr: 'Montant donné à titre d’illustration, généré aux fins de démonstration\u00a0: ',
};

/** What a demonstration amount says of itself after that. */
const NOTES: Readonly<Record<DemoKind, InEachLanguage<string>>> = {
  pledge: {
    en: 'pledge before the start',
    es: 'promesa previa al inicio',
    pt: 'promessa anterior ao início',
    fr: 'annonce de contribution avant le démarrage',
  },
  commitment: {
    en: 'commitment for the planned period',
    es: 'compromiso para el período previsto',
    pt: 'compromisso para o período previsto',
    fr: 'engagement pour la période prévue',
  },
  disbursement: {
    en: 'yearly disbursement',
    es: 'desembolso anual',
    pt: 'desembolso anual',
    fr: 'versement annuel',
  },
  'disbursement-by-place': {
    en: 'yearly disbursement, part of one place',
    es: 'desembolso anual, parte de un solo lugar',
    pt: 'desembolso anual, parte de um só lugar',
    fr: 'versement annuel, part d’un seul lieu',
  },
  expenditure: {
    en: 'expenditure from a disbursement',
    es: 'gasto con cargo a un desembolso',
    pt: 'despesa à conta de um desembolso',
    fr: 'dépense imputée sur un versement',
  },
  returned: {
    en: 'correction, unspent balance returned',
    es: 'corrección, devolución del saldo no gastado',
    pt: 'correção, devolução do saldo não gasto',
    fr: 'correction, restitution du solde non dépensé',
  },
  'without-rate': {
    en: 'contribution in a currency without an exchange rate',
    es: 'contribución en una moneda sin tipo de cambio',
    pt: 'contribuição em uma moeda sem taxa de câmbio',
    fr: 'contribution dans une monnaie sans taux de change',
  },
};

/** The text of transactions.csv. */
export function transactionsCsv(transactions: readonly DemoTransaction[]): string {
  const money = 'program,type,value_date,amount,currency,provider,receiver,country_or_region';
  const rows = transactions.map((row) => {
    const amount = (row.amountMinor / 100).toFixed(2);
    const { program, type, valueDate, currency, provider, receiver, place } = row;
    return [
      program,
      type,
      valueDate,
      amount,
      currency,
      provider,
      receiver,
      place,
      'true',
      ...LANGUAGES.map((language) => `${INTRODUCTION[language]}${NOTES[row.kind][language]}`),
      // That an amount is made up is for everybody to know.
      'everybody',
    ];
  });
  const notes = LANGUAGES.map((language) => (language === 'en' ? 'note' : `note_${language}`));
  return csv(`${money},illustrative,${notes},note_for`, rows);
}

/** The text of exchange-rates.csv. */
export function exchangeRatesCsv(rates: readonly DemoRate[]): string {
  const source = 'illustrative rate for demonstration';
  return csv(
    'currency,date,rate,source',
    rates.map(({ currency, date, rate }) => [currency, date, rate, source]),
  );
}

function csv(header: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(quoted).join(','));
  return `${[header, ...lines].join('\n')}\n`;
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
