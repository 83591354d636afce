import { message } from '../message.ts';

/** The shares of a programme, entered as a set. */
export const sharesMessages = {
  title: message({
    en: 'Shares of a programme',
    es: 'Porcentajes de un programa',
    pt: 'Percentuais de um programa',
    fr: 'Quotes-parts d’un programme',
  }),
  ofThis: message({
    en: 'Country and pillar shares',
    es: 'Porcentajes por país y pilar',
    pt: 'Percentuais por país e pilar',
    fr: 'Quotes-parts par pays et par pilier',
  }),
  titleOf: message<{ program: string }>({
    en: 'Shares of {program}',
    es: 'Porcentajes de {program}',
    pt: 'Percentuais de {program}',
    fr: 'Quotes-parts de {program}',
  }),
  lede: message({
    en: 'Money of a programme that names no place of its own is divided by these shares. Each set sums to exactly 100%, or none is given.',
    es: 'El dinero de un programa que no nombra un lugar propio se reparte según estos porcentajes. Cada conjunto suma exactamente 100 %, o no se da ninguno.',
    pt: 'Os recursos de um programa que não nomeia um lugar próprio são divididos por estes percentuais. Cada conjunto soma exatamente 100%, ou nenhum é dado.',
    fr: 'L’argent d’un programme qui ne nomme pas de lieu propre est réparti selon ces quotes-parts. Chaque ensemble fait exactement 100 %, ou aucune n’est donnée.',
  }),
  places: message({
    en: 'Countries and regions',
    es: 'Países y regiones',
    pt: 'Países e regiões',
    fr: 'Pays et régions',
  }),
  pillars: message({ en: 'Pillars', es: 'Pilares', pt: 'Pilares', fr: 'Piliers' }),
  place: message({
    en: 'Country or region',
    es: 'País o región',
    pt: 'País ou região',
    fr: 'Pays ou région',
  }),
  pillar: message({ en: 'Pillar', es: 'Pilar', pt: 'Pilar', fr: 'Pilier' }),
  share: message({ en: 'Share in %', es: 'Porcentaje', pt: 'Percentual', fr: 'Quote-part en %' }),
  placesHint: message({
    en: 'A country that is here stays. In the empty rows others are added.',
    es: 'Un país que está aquí permanece. En las filas vacías se agregan otros.',
    pt: 'Um país que está aqui permanece. Nas linhas vazias se acrescentam outros.',
    fr: 'Un pays qui est ici y reste. Les lignes vides en ajoutent d’autres.',
  }),
  pillarsHint: message({
    en: 'One pillar needs no share. A row that is left without a pillar is taken away.',
    es: 'Un solo pilar no necesita porcentaje. Una fila que queda sin pilar se quita.',
    pt: 'Um só pilar não precisa de percentual. Uma linha que fica sem pilar é retirada.',
    fr: 'Un seul pilier n’a pas besoin de quote-part. Une ligne laissée sans pilier est retirée.',
  }),
  ofRow: message<{ what: string; row: string }>({
    en: '{what}, {row}',
    es: '{what}, {row}',
    pt: '{what}, {row}',
    fr: '{what}, {row}',
  }),
  inherited: message({
    en: 'The programme names none of its own: those of the programme above it hold.',
    es: 'El programa no nombra ninguno propio: valen los del programa superior.',
    pt: 'O programa não nomeia nenhum próprio: valem os do programa acima.',
    fr: 'Le programme n’en nomme pas de propres : ceux du programme au-dessus valent.',
  }),
  waits: message({
    en: 'These are as you entered them last, and nobody has decided on them yet. Saving replaces that.',
    es: 'Están como usted los ingresó la última vez y nadie ha decidido aún. Al guardar, se reemplazan.',
    pt: 'Estão como você os inseriu por último, e ninguém decidiu ainda. Salvar os substitui.',
    fr: 'Elles sont telles que vous les avez saisies en dernier, et personne n’a encore décidé. L’enregistrement les remplace.',
  }),
  /** Filled by the page as shares are typed. */
  left: message<{ rest: string }>({
    en: '{rest}% remaining to 100%',
    es: 'Falta {rest} % para 100 %',
    pt: 'Falta {rest}% para 100%',
    fr: 'Il reste {rest} % jusqu’à 100 %',
  }),
  over: message<{ rest: string }>({
    en: '{rest}% more than 100%',
    es: '{rest} % más de 100 %',
    pt: '{rest}% além de 100%',
    fr: '{rest} % au-delà de 100 %',
  }),
  whole: message({ en: '100% given', es: '100 % repartido', pt: '100% dividido', fr: '100 % répartis' }),
  save: message({
    en: 'Submit these shares',
    es: 'Enviar estos porcentajes',
    pt: 'Enviar estes percentuais',
    fr: 'Soumettre ces quotes-parts',
  }),
  show: message({
    en: 'Show its shares',
    es: 'Mostrar sus porcentajes',
    pt: 'Mostrar seus percentuais',
    fr: 'Afficher ses quotes-parts',
  }),
  notSaved: message({
    en: 'Nothing was saved: see what is said below.',
    es: 'No se guardó nada: vea lo que se indica abajo.',
    pt: 'Nada foi salvo: veja o que se diz abaixo.',
    fr: 'Rien n’a été enregistré : voyez ce qui est dit ci-dessous.',
  }),
  nothingTyped: message({
    en: 'Nothing differs from what is there.',
    es: 'Nada difiere de lo que ya existe.',
    pt: 'Nada difere do que já existe.',
    fr: 'Rien ne diffère de ce qui existe.',
  }),
  notEmptied: message({
    en: 'A share that counts cannot be left empty again. Give each its share, 100% in all.',
    es: 'Un porcentaje que ya cuenta no puede volver a quedar vacío. Dé a cada uno el suyo, 100 % en total.',
    pt: 'Um percentual que já conta não pode voltar a ficar vazio. Dê a cada um o seu, 100% no total.',
    fr: 'Une quote-part qui compte ne peut redevenir vide. Donnez à chacun la sienne, 100 % en tout.',
  }),
  noPillar: message({
    en: 'Choose at least one pillar.',
    es: 'Elija al menos un pilar.',
    pt: 'Escolha ao menos um pilar.',
    fr: 'Choisissez au moins un pilier.',
  }),
};
