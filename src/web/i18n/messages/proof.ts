import { message } from '../message.ts';

/** Beside figures on paper: where the rows behind them are. */
export const proofMessages = {
  rowByRow: message({
    en: 'Proof, row by row:',
    es: 'Comprobación, fila por fila:',
    pt: 'Comprovação, linha por linha:',
    fr: 'Preuve, ligne par ligne :',
  }),
} as const;
