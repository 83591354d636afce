import type { DemoKind, DemoRate, DemoTransaction } from './demo-amounts.ts';

/** What a demonstration amount says of itself, in every language. */
const NOTES: Readonly<Record<DemoKind, readonly string[]>> = {
  pledge: note(
    'pledge before the start',
    'promesa previa al inicio',
    'promessa anterior ao início',
    'annonce de contribution avant le démarrage',
  ),
  commitment: note(
    'commitment for the planned period',
    'compromiso para el período previsto',
    'compromisso para o período previsto',
    'engagement pour la période prévue',
  ),
  disbursement: note('yearly disbursement', 'desembolso anual', 'desembolso anual', 'versement annuel'),
  'disbursement-by-place': note(
    'yearly disbursement, part of one place',
    'desembolso anual, parte de un solo lugar',
    'desembolso anual, parte de um só lugar',
    'versement annuel, part d’un seul lieu',
  ),
  expenditure: note(
    'expenditure from a disbursement',
    'gasto con cargo a un desembolso',
    'despesa à conta de um desembolso',
    'dépense imputée sur un versement',
  ),
  returned: note(
    'correction, unspent balance returned',
    'corrección, devolución del saldo no gastado',
    'correção, devolução do saldo não gasto',
    'correction, restitution du solde non dépensé',
  ),
  'without-rate': note(
    'contribution in a currency without an exchange rate',
    'contribución en una moneda sin tipo de cambio',
    'contribuição em uma moeda sem taxa de câmbio',
    'contribution dans une monnaie sans taux de change',
  ),
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
      ...NOTES[row.kind],
      // That an amount is made up is for everybody to know.
      'everybody',
    ];
  });
  return csv(`${money},illustrative,note,note_es,note_pt,note_fr,note_for`, rows);
}

/** The text of exchange-rates.csv. */
export function exchangeRatesCsv(rates: readonly DemoRate[]): string {
  const source = 'illustrative rate for demonstration';
  return csv(
    'currency,date,rate,source',
    rates.map(({ currency, date, rate }) => [currency, date, rate, source]),
  );
}

function note(en: string, es: string, pt: string, fr: string): readonly string[] {
  return [
    `Illustrative amount, generated for demonstration: ${en}`,
    `Monto ilustrativo, generado con fines de demostración: ${es}`,
    `Montante ilustrativo, gerado para fins de demonstração: ${pt}`,
    `Montant donné à titre d’illustration, généré aux fins de démonstration\u00a0: ${fr}`,
  ];
}

function csv(header: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(quoted).join(','));
  return `${[header, ...lines].join('\n')}\n`;
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
