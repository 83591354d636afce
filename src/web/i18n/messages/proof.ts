import { message } from '../message.ts';

/** Beside figures on paper: where the rows behind them are. */
export const proofMessages = {
  rowByRow: message({
    en: 'Proof, row by row:',
    es: 'Comprobación, fila por fila:',
    pt: 'Comprovação, linha por linha:',
    fr: 'Preuve, ligne par ligne :',
  }),
  /** Goes on from an address with an ellipsis in it. */
  withCodes: message<{ codes: string }>({
    en: ', where … is one of: {codes}',
    es: ', donde … es uno de: {codes}',
    pt: ', em que … é um de: {codes}',
    fr: ', où … est l’un de : {codes}',
  }),
} as const;
