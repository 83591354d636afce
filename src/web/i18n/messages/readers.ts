import { message } from '../message.ts';

/** Whose a text is: to readers of the organisation as it is, to others no more than that a text may be kept. */
export const readerMessages = {
  organisationAlone: message({
    en: 'For the organisation alone',
    es: 'Solo para la organización',
    pt: 'Somente para a organização',
    fr: 'Réservé à l’organisation',
  }),
  everybody: message({ en: 'For everybody', es: 'Para todos', pt: 'Para todos', fr: 'Pour tous' }),
  noteFor: message({
    en: 'Whom the note is for',
    es: 'Para quién es la nota',
    pt: 'Para quem é a nota',
    fr: 'À qui s’adresse la note',
  }),
  notShown: message({ en: 'Not shown here', es: 'No se muestra', pt: 'Não exibido', fr: 'Non affiché' }),
  notShownReason: message<{ fields: string }>({
    en: '{fields}: not recorded, or for the organisation alone.',
    es: '{fields}: sin registrar, o solo para la organización.',
    pt: '{fields}: não registrado, ou somente para a organização.',
    fr: '{fields} : non renseigné, ou réservé à l’organisation.',
  }),
  notRecordedOrKept: message({
    en: 'Not recorded, or for the organisation alone',
    es: 'Sin registrar, o solo para la organización',
    pt: 'Não registrado, ou somente para a organização',
    fr: 'Non renseigné, ou réservé à l’organisation',
  }),
  noEvidenceOrKept: message({
    en: 'No evidence is recorded, or it is for the organisation alone.',
    es: 'No hay medio de verificación registrado, o es solo para la organización.',
    pt: 'Não há meio de verificação registrado, ou é somente para a organização.',
    fr: 'Aucun justificatif n’est enregistré, ou il est réservé à l’organisation.',
  }),
} as const;
