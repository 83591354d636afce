import { message } from '../message.ts';

/** Targets beside what was reported for them. */
export const targetMessages = {
  targetsNone: message({
    en: 'No target recorded',
    es: 'Sin metas registradas',
    pt: 'Sem metas registradas',
    fr: 'Aucune cible enregistrée',
  }),
  targetsNoneHere: message({
    en: 'No target here',
    es: 'No hay metas aquí',
    pt: 'Não há metas aqui',
    fr: 'Aucune cible ici',
  }),
  targetsTitle: message<{ reported: number; targets: number }>({
    en: '{reported, plural, =0 {{targets, plural, one {# target has} other {# targets have}} no reported result} one {# of {targets, plural, one {# target} other {# targets}} has a reported result} other {# of {targets, plural, one {# target} other {# targets}} have a reported result}}',
    es: '{reported, plural, =0 {{targets, plural, one {# meta no tiene} many {# de metas no tienen} other {# metas no tienen}} resultado} one {# de {targets, plural, one {# meta} many {# de metas} other {# metas}} tiene resultado} many {# de {targets, plural, one {# meta} many {# de metas} other {# metas}} tienen resultado} other {# de {targets, plural, one {# meta} many {# de metas} other {# metas}} tienen resultado}}',
    pt: '{reported, plural, =0 {{targets, plural, one {# meta não tem} many {# de metas não têm} other {# metas não têm}} resultado} one {# de {targets, plural, one {# meta} many {# de metas} other {# metas}} tem resultado} many {# de {targets, plural, one {# meta} many {# de metas} other {# metas}} têm resultado} other {# de {targets, plural, one {# meta} many {# de metas} other {# metas}} têm resultado}}',
    fr: '{reported, plural, =0 {{targets, plural, one {# cible n’a} many {# de cibles n’ont} other {# cibles n’ont}} aucun résultat} one {# cible sur {targets, number} a un résultat} many {# de cibles sur {targets, number} ont un résultat} other {# cibles sur {targets, number} ont un résultat}}',
  }),
  targetsSubtitle: message<{ day: string }>({
    en: 'Each beside what was reported for its own period, up to {day}',
    es: 'Cada una junto a lo notificado para su propio período, hasta el {day}',
    pt: 'Cada uma ao lado do que foi informado para o seu próprio período, até {day}',
    fr: 'Chacune en regard de ce qui a été communiqué pour sa propre période, jusqu’au {day}',
  }),
  targetsNote: message({
    en: 'A target is not a result: the two are shown as a pair and never added.',
    es: 'Una meta no es un resultado: ambos se muestran como un par y nunca se suman.',
    pt: 'Uma meta não é um resultado: ambos aparecem como um par e nunca são somados.',
    fr: 'Une cible n’est pas un résultat : les deux sont présentés en regard et jamais additionnés.',
  }),
  /** What the marks of the chart of targets are; and those that are only in some. */
  targetsKey: message({
    en: 'Bar: reported for the target’s period, as a part of it. Line: the target.',
    es: 'Barra: lo notificado para el período de la meta, como parte de ella. Línea: la meta.',
    pt: 'Barra: o informado para o período da meta, como parte dela. Linha: a meta.',
    fr: 'Barre : ce qui est communiqué pour la période de la cible, en part de celle-ci. Trait : la cible.',
  }),
  expectedKey: message({
    en: 'Point above: where it should be by now, if it came evenly.',
    es: 'Punta superior: donde debería estar ya, si avanzara de manera uniforme.',
    pt: 'Ponta acima: onde deveria estar agora, se avançasse de modo uniforme.',
    fr: 'Pointe au-dessus : où elle devrait en être à ce jour, à rythme égal.',
  }),
  longestKey: message({
    en: 'A bar ends at one and a half times the target.',
    es: 'Una barra termina en una vez y media la meta.',
    pt: 'Uma barra termina em uma vez e meia a meta.',
    fr: 'Une barre s’arrête à une fois et demie la cible.',
  }),
  /** Beside `targetsKey`, where a target has one. */
  baselineKey: message({
    en: 'Open circle: the baseline, how matters stood before.',
    es: 'Círculo vacío: la línea de base, cómo estaban las cosas antes.',
    pt: 'Círculo vazio: a linha de base, como estava a situação antes.',
    fr: 'Cercle vide : la valeur de référence, où en était la situation avant.',
  }),
  downwardKey: message({
    en: 'Of a target below its baseline the bar is the part of the way down.',
    es: 'De una meta por debajo de su línea de base, la barra es la parte recorrida hacia abajo.',
    pt: 'De uma meta abaixo de sua linha de base, a barra é a parte percorrida para baixo.',
    fr: 'Pour une cible inférieure à sa valeur de référence, la barre est la part du chemin parcourue vers le bas.',
  }),
  /** "340 · baseline 120 (2014)". */
  targetFrom: message<{ target: string; baseline: string }>({
    en: '{target} · baseline {baseline}',
    es: '{target} · línea de base {baseline}',
    pt: '{target} · linha de base {baseline}',
    fr: '{target} · valeur de référence {baseline}',
  }),
  baseline: message({
    en: 'Baseline',
    es: 'Línea de base',
    pt: 'Linha de base',
    fr: 'Valeur de référence',
  }),
  baselineDate: message({
    en: 'Date of the baseline',
    es: 'Fecha de la línea de base',
    pt: 'Data da linha de base',
    fr: 'Date de la valeur de référence',
  }),
  baselineOf: message<{ baseline: string }>({
    en: 'baseline {baseline}',
    es: 'línea de base {baseline}',
    pt: 'linha de base {baseline}',
    fr: 'valeur de référence {baseline}',
  }),
  /** "12 (2014)". */
  baselineAt: message<{ value: string; time: string }>({
    en: '{value} ({time})',
    es: '{value} ({time})',
    pt: '{value} ({time})',
    fr: '{value} ({time})',
  }),
  targetStanding: message({ en: 'Standing', es: 'Avance', pt: 'Andamento', fr: 'Avancement' }),
  /** "37 of 340". */
  actualOfTarget: message<{ actual: string; target: string }>({
    en: '{actual} of {target}',
    es: '{actual} de {target}',
    pt: '{actual} de {target}',
    fr: '{actual} sur {target}',
  }),
  targetOf: message<{ target: string }>({
    en: 'target: {target}',
    es: 'meta: {target}',
    pt: 'meta: {target}',
    fr: 'cible : {target}',
  }),
  targetState: message({ en: 'State', es: 'Estado', pt: 'Situação', fr: 'État' }),
  reportedFor: message<{ count: number }>({
    en: '{count, plural, =0 {Nothing reported for it yet} one {# figure reported for it} other {# figures reported for it}}',
    es: '{count, plural, =0 {Aún no se ha notificado nada para ella} one {# cifra notificada para ella} many {# de cifras notificadas para ella} other {# cifras notificadas para ella}}',
    pt: '{count, plural, =0 {Nada foi informado para ela ainda} one {# número informado para ela} many {# de números informados para ela} other {# números informados para ela}}',
    fr: '{count, plural, =0 {Rien n’a encore été communiqué pour elle} one {# chiffre communiqué pour elle} many {# de chiffres communiqués pour elle} other {# chiffres communiqués pour elle}}',
  }),
} as const;

/** Where the period of a target stands to the cut-off. */
export const targetStates = {
  'in-force': message({ en: 'in force', es: 'vigente', pt: 'em vigor', fr: 'en vigueur' }),
  ended: message({ en: 'ended', es: 'concluida', pt: 'encerrada', fr: 'échue' }),
} as const;

/** How a target stands, in a word or two. */
export const standingWords = {
  reached: message({ en: 'reached', es: 'alcanzada', pt: 'alcançada', fr: 'atteinte' }),
  ended: message({
    en: 'ended, not reached',
    es: 'concluida sin alcanzarse',
    pt: 'encerrada sem ser alcançada',
    fr: 'échue, non atteinte',
  }),
  'on-track': message({ en: 'on track', es: 'según lo previsto', pt: 'no ritmo', fr: 'en bonne voie' }),
  late: message({ en: 'late', es: 'con retraso', pt: 'atrasada', fr: 'en retard' }),
  'in-force': message({ en: 'in force', es: 'vigente', pt: 'em vigor', fr: 'en vigueur' }),
  'not-reported': message({
    en: 'not reported',
    es: 'sin datos notificados',
    pt: 'não informado',
    fr: 'non communiqué',
  }),
} as const;
