import type { Cause } from '../../../core/proof/stages.ts';
import { type Message, message } from '../message.ts';

/** Figures of an earlier report that say something else: in the first lines of the next one, in its e-mail, in errata. */
export const movedFigureMessages = {
  /** "Officials trained, June 2017: the figure is now 512, was 12: reported late." */
  moved: message<{ name: string; time: string; now: string; was: string; why: string }>({
    en: '{name}, {time}: the figure is now {now}, was {was}: {why}.',
    es: '{name}, {time}: la cifra es ahora {now}, era {was}: {why}.',
    pt: '{name}, {time}: o número agora é {now}, era {was}: {why}.',
    fr: '{name}, {time} : {now} désormais, {was} auparavant ({why}).',
  }),
  /** There was none. */
  appeared: message<{ name: string; time: string; now: string; why: string }>({
    en: '{name}, {time}: the figure is now {now}, there was none: {why}.',
    es: '{name}, {time}: la cifra es ahora {now}, no había ninguna: {why}.',
    pt: '{name}, {time}: o número agora é {now}, não havia nenhum: {why}.',
    fr: '{name}, {time} : {now} désormais, aucun chiffre auparavant ({why}).',
  }),
  /** There is none any more. */
  gone: message<{ name: string; time: string; was: string; why: string }>({
    en: '{name}, {time}: there is no figure now, it was {was}: {why}.',
    es: '{name}, {time}: ahora no hay cifra, era {was}: {why}.',
    pt: '{name}, {time}: agora não há número, era {was}: {why}.',
    fr: '{name}, {time} : plus de chiffre désormais, {was} auparavant ({why}).',
  }),
  upTo: message<{ day: string }>({
    en: 'up to {day}',
    es: 'hasta el {day}',
    pt: 'até {day}',
    fr: 'jusqu’au {day}',
  }),
  more: message<{ count: number }>({
    en: '{count, plural, one {# more figure of earlier reports has} other {# more figures of earlier reports have}} moved.',
    es: '{count, plural, one {Ha variado # cifra más} many {Han variado # de cifras más} other {Han variado # cifras más}} de informes anteriores.',
    pt: '{count, plural, one {Mudou mais # número} many {Mudaram mais # de números} other {Mudaram mais # números}} de relatórios anteriores.',
    fr: '{count, plural, one {# autre chiffre de rapports antérieurs a} many {# d’autres chiffres de rapports antérieurs ont} other {# autres chiffres de rapports antérieurs ont}} varié.',
  }),
  /** Heads them. */
  changedSince: message({
    en: 'What changed in earlier reports',
    es: 'Qué cambió en informes anteriores',
    pt: 'O que mudou em relatórios anteriores',
    fr: 'Ce qui a changé dans des rapports antérieurs',
  }),
  /** Nobody can tell why. */
  recounted: message({
    en: 'counted anew',
    es: 'contada de nuevo',
    pt: 'contado de novo',
    fr: 'compté à nouveau',
  }),
} as const;

/** Why a figure of an earlier report has moved, within a sentence. */
export const movedWhy: Readonly<Record<Cause, Message>> = {
  withdrawn: message({ en: 'withdrawn', es: 'retirada', pt: 'retirado', fr: 'retiré' }),
  corrected: message({ en: 'corrected', es: 'corregida', pt: 'corrigido', fr: 'corrigé' }),
  're-dated': message({ en: 're-dated', es: 'con otra fecha', pt: 'com outra data', fr: 'redaté' }),
  rate: message({ en: 'exchange rate', es: 'tipo de cambio', pt: 'taxa de câmbio', fr: 'taux de change' }),
  're-allocated': message({ en: 're-allocated', es: 'reasignada', pt: 'realocado', fr: 'réaffecté' }),
  rule: message({
    en: 'rule of the indicator',
    es: 'regla del indicador',
    pt: 'regra do indicador',
    fr: 'règle de l’indicateur',
  }),
  window: message({
    en: 'ended since',
    es: 'concluida desde entonces',
    pt: 'encerrado desde então',
    fr: 'achevé depuis',
  }),
  back: message({ en: 'put back', es: 'restituida', pt: 'reposto', fr: 'rétabli' }),
  new: message({
    en: 'reported late',
    es: 'notificada con retraso',
    pt: 'informado com atraso',
    fr: 'communiqué tardivement',
  }),
};
