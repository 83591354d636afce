import { message } from '../message.ts';

/** What the roles are called, and what each sees. */
export const roleMessages = {
  administrator: {
    name: message({ en: 'Administrator', es: 'Administrador', pt: 'Administrador', fr: 'Administrateur' }),
    sees: message({
      en: 'Everything, and who else sees what.',
      es: 'Todo, y quién más ve qué.',
      pt: 'Tudo, e quem mais vê o quê.',
      fr: 'Tout, et qui d’autre voit quoi.',
    }),
  },
  manager: {
    name: message({ en: 'Manager', es: 'Gerente', pt: 'Gerente', fr: 'Gestionnaire' }),
    sees: message({
      en: 'The whole portfolio and every report.',
      es: 'Toda la cartera y todos los informes.',
      pt: 'Toda a carteira e todos os relatórios.',
      fr: 'Tout le portefeuille et tous les rapports.',
    }),
  },
  officer: {
    name: message({ en: 'Officer', es: 'Oficial', pt: 'Oficial', fr: 'Chargé de programme' }),
    sees: message({
      en: 'Some programmes.',
      es: 'Algunos programas.',
      pt: 'Alguns programas.',
      fr: 'Certains programmes.',
    }),
  },
  donor: {
    name: message({ en: 'Donor', es: 'Donante', pt: 'Doador', fr: 'Donateur' }),
    sees: message({
      en: 'What its organisations fund, and its own money.',
      es: 'Lo que financian sus organizaciones y su propio dinero.',
      pt: 'O que suas organizações financiam e seus próprios recursos.',
      fr: 'Ce que ses organisations financent, et son propre argent.',
    }),
  },
} as const;
