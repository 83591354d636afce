import type { ViewPageName } from '../../../core/view-page.ts';
import { type Message, message } from '../message.ts';

/** Pages with their filters that people keep under a name. */
export const viewMessages = {
  /** On the page that is kept. */
  save: message({
    en: 'Save this view',
    es: 'Guardar esta vista',
    pt: 'Salvar esta vista',
    fr: 'Enregistrer cette vue',
  }),
  title: message({
    en: 'Saved views',
    es: 'Vistas guardadas',
    pt: 'Vistas salvas',
    fr: 'Vues enregistrées',
  }),
  lede: message({
    en: 'Pages with their filters, each under a name and an address that stays. What a view shows is always what its reader may see.',
    es: 'Páginas con sus filtros, cada una con un nombre y una dirección que no cambia. Una vista muestra siempre lo que puede ver quien la abre.',
    pt: 'Páginas com seus filtros, cada uma com um nome e um endereço que não muda. Uma vista mostra sempre o que pode ver quem a abre.',
    fr: 'Des pages avec leurs filtres, chacune sous un nom et une adresse qui ne change pas. Une vue montre toujours ce que peut voir la personne qui l’ouvre.',
  }),
  saveTitle: message({
    en: 'Save this view',
    es: 'Guardar esta vista',
    pt: 'Salvar esta vista',
    fr: 'Enregistrer cette vue',
  }),
  /** What is saved: the page and its filters. */
  saveWhat: message<{ what: string }>({
    en: 'You save: {what}.',
    es: 'Usted guarda: {what}.',
    pt: 'Você salva: {what}.',
    fr: 'Vous enregistrez : {what}.',
  }),
  name: message({ en: 'Name', es: 'Nombre', pt: 'Nome', fr: 'Nom' }),
  share: message({
    en: 'Share it with everybody who signs in, donors too',
    es: 'Compartirla con todos los que ingresan, también los donantes',
    pt: 'Compartilhá-la com todos os que entram, também os doadores',
    fr: 'La partager avec toutes les personnes qui se connectent, donateurs compris',
  }),
  keep: message({ en: 'Save', es: 'Guardar', pt: 'Salvar', fr: 'Enregistrer' }),
  yours: message({ en: 'Yours', es: 'Suyas', pt: 'Suas', fr: 'Les vôtres' }),
  sharedByOthers: message({
    en: 'Shared with everybody',
    es: 'Compartidas con todos',
    pt: 'Compartilhadas com todos',
    fr: 'Partagées avec tout le monde',
  }),
  none: message({
    en: 'None yet',
    es: 'Todavía ninguna',
    pt: 'Nenhuma até agora',
    fr: 'Aucune pour l’instant',
  }),
  noneText: message({
    en: 'The dashboard, and lists of programmes, results and transactions, have the words “Save this view”.',
    es: 'El tablero y las listas de programas, resultados y transacciones tienen las palabras «Guardar esta vista».',
    pt: 'O painel e as listas de programas, resultados e transações têm as palavras “Salvar esta vista”.',
    fr: 'Le tableau de bord et les listes de programmes, de résultats et de transactions portent les mots « Enregistrer cette vue ».',
  }),
  what: message({ en: 'What it shows', es: 'Qué muestra', pt: 'O que mostra', fr: 'Ce qu’elle montre' }),
  view: message({ en: 'View', es: 'Vista', pt: 'Vista', fr: 'Vue' }),
  actions: message({ en: 'Actions', es: 'Acciones', pt: 'Ações', fr: 'Actions' }),
  change: message({
    en: 'Rename or share',
    es: 'Renombrar o compartir',
    pt: 'Renomear ou compartilhar',
    fr: 'Renommer ou partager',
  }),
  /** Of one view, for readers who listen. */
  changeOf: message<{ name: string }>({
    en: 'Rename or share {name}',
    es: 'Renombrar o compartir {name}',
    pt: 'Renomear ou compartilhar {name}',
    fr: 'Renommer ou partager {name}',
  }),
  remove: message({ en: 'Delete', es: 'Eliminar', pt: 'Excluir', fr: 'Supprimer' }),
  removeOf: message<{ name: string }>({
    en: 'Delete {name}',
    es: 'Eliminar {name}',
    pt: 'Excluir {name}',
    fr: 'Supprimer {name}',
  }),
  shared: message({ en: 'shared', es: 'compartida', pt: 'compartilhada', fr: 'partagée' }),
  gone: message({
    en: 'Something that it narrows to is no longer there.',
    es: 'Algo a lo que se limita ya no existe.',
    pt: 'Algo a que ela se limita não existe mais.',
    fr: 'Un élément auquel elle se limite n’existe plus.',
  }),
  saved: message({
    en: 'The view is saved.',
    es: 'La vista está guardada.',
    pt: 'A vista está salva.',
    fr: 'La vue est enregistrée.',
  }),
  changed: message({
    en: 'The view is changed.',
    es: 'La vista se ha modificado.',
    pt: 'A vista foi alterada.',
    fr: 'La vue est modifiée.',
  }),
  removed: message({
    en: 'The view is deleted.',
    es: 'La vista se ha eliminado.',
    pt: 'A vista foi excluída.',
    fr: 'La vue est supprimée.',
  }),
} as const;

/** What the pages are called of which there are views. */
export const viewPageNames: Readonly<Record<ViewPageName, Message>> = {
  '/': message({ en: 'Dashboard', es: 'Tablero', pt: 'Painel', fr: 'Tableau de bord' }),
  '/programs': message({ en: 'Programmes', es: 'Programas', pt: 'Programas', fr: 'Programmes' }),
  '/results': message({ en: 'Results', es: 'Resultados', pt: 'Resultados', fr: 'Résultats' }),
  '/transactions': message({
    en: 'Transactions',
    es: 'Transacciones',
    pt: 'Transações',
    fr: 'Transactions',
  }),
};
