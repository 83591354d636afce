import { message } from '../message.ts';

/** E-mails that came back, and addresses that are written to no more. */
export const bounceMessages = {
  cameBack: message<{ status: string; words: string }>({
    en: 'came back ({status}): {words}',
    es: 'devuelto ({status}): {words}',
    pt: 'devolvido ({status}): {words}',
    fr: 'revenu ({status}) : {words}',
  }),
  barred: message<{ status: string; words: string }>({
    en: 'not sent: an e-mail to this address came back ({status}): {words}',
    es: 'no enviado: un correo a esta dirección fue devuelto ({status}): {words}',
    pt: 'não enviado: um e-mail a este endereço foi devolvido ({status}): {words}',
    fr: 'non envoyé : un courriel à cette adresse est revenu ({status}) : {words}',
  }),
  delayed: message<{ moment: string; status: string; words: string }>({
    en: 'on {moment} it was still under way ({status}): {words}',
    es: 'el {moment} seguía en camino ({status}): {words}',
    pt: 'em {moment} ainda estava a caminho ({status}): {words}',
    fr: 'le {moment}, il était encore en chemin ({status}) : {words}',
  }),
  doubtful: message<{ moment: string; status: string; words: string }>({
    en: 'a report of {moment} may be about it ({status}): {words}',
    es: 'un aviso del {moment} puede referirse a él ({status}): {words}',
    pt: 'um aviso de {moment} pode referir-se a ele ({status}): {words}',
    fr: 'un avis du {moment} le concerne peut-être ({status}) : {words}',
  }),
  mark: message<{ day: string; status: string }>({
    en: 'Nothing is sent: an e-mail came back on {day} ({status}).',
    es: 'No se envía nada: un correo fue devuelto el {day} ({status}).',
    pt: 'Nada é enviado: um e-mail foi devolvido em {day} ({status}).',
    fr: 'Rien n’est envoyé : un courriel est revenu le {day} ({status}).',
  }),
  title: message({
    en: 'E-mails to this address come back',
    es: 'Los correos a esta dirección son devueltos',
    pt: 'Os e-mails a este endereço são devolvidos',
    fr: 'Les courriels à cette adresse reviennent',
  }),
  said: message<{ day: string; status: string; words: string }>({
    en: 'On {day} the mail server said ({status}): {words}',
    es: 'El {day} el servidor de correo dijo ({status}): {words}',
    pt: 'Em {day} o servidor de e-mail disse ({status}): {words}',
    fr: 'Le {day}, le serveur de messagerie a répondu ({status}) : {words}',
  }),
  nothingMore: message({
    en: 'No report is sent to it any more. Ask its owner by another way, then write to it again, or end the subscription.',
    es: 'Ya no se le envía ningún informe. Pregunte a su titular por otra vía y luego vuelva a escribirle, o termine la suscripción.',
    pt: 'Nenhum relatório lhe é mais enviado. Pergunte ao titular por outra via e depois volte a escrever-lhe, ou termine a assinatura.',
    fr: 'Plus aucun rapport n’y est envoyé. Demandez à son titulaire par une autre voie, puis écrivez-y à nouveau, ou mettez fin à l’abonnement.',
  }),
  ownAddress: message<{ day: string }>({
    en: 'An e-mail to your address came back on {day}, so no report is sent to it now. Once it works again, ask an administrator to have them sent.',
    es: 'Un correo a su dirección fue devuelto el {day}, por lo que ahora no se le envían informes. Cuando vuelva a funcionar, pida a un administrador que se reanuden.',
    pt: 'Um e-mail ao seu endereço foi devolvido em {day}, por isso nenhum relatório lhe é enviado agora. Quando voltar a funcionar, peça a um administrador que os retome.',
    fr: 'Un courriel à votre adresse est revenu le {day} : aucun rapport n’y est donc envoyé pour le moment. Une fois qu’elle fonctionne à nouveau, demandez à un administrateur de les reprendre.',
  }),
  again: message({
    en: 'Write to it again',
    es: 'Volver a escribirle',
    pt: 'Voltar a escrever-lhe',
    fr: 'Y écrire à nouveau',
  }),
  againTo: message<{ recipient: string }>({
    en: 'Write to it again: {recipient}',
    es: 'Volver a escribirle: {recipient}',
    pt: 'Voltar a escrever-lhe: {recipient}',
    fr: 'Y écrire à nouveau : {recipient}',
  }),
  doneAgain: message({
    en: 'Reports go to this address again. What it is without can be sent now.',
    es: 'Los informes vuelven a enviarse a esta dirección. Lo que le falta ya puede enviarse.',
    pt: 'Os relatórios voltam a ser enviados a este endereço. O que lhe falta já pode ser enviado.',
    fr: 'Les rapports sont à nouveau envoyés à cette adresse. Ce qui lui manque peut maintenant partir.',
  }),
  cameBackOnes: message<{ count: number }>({
    en: '{count, plural, one {# came back, or is to an address from which one did} other {# came back, or are to addresses from which one did}}. Nothing is sent there until somebody presses “Write to it again”.',
    es: '{count, plural, one {# fue devuelto, o va a una dirección de la que uno lo fue} many {# fueron devueltos, o van a direcciones de las que uno lo fue} other {# fueron devueltos, o van a direcciones de las que uno lo fue}}. No se envía nada allí hasta que alguien pulse «Volver a escribirle».',
    pt: '{count, plural, one {# foi devolvido, ou vai a um endereço do qual um o foi} many {# foram devolvidos, ou vão a endereços dos quais um o foi} other {# foram devolvidos, ou vão a endereços dos quais um o foi}}. Nada é enviado para lá até que alguém pressione “Voltar a escrever-lhe”.',
    fr: '{count, plural, one {# est revenu, ou va à une adresse d’où un courriel est revenu} many {# sont revenus, ou vont à des adresses d’où un courriel est revenu} other {# sont revenus, ou vont à des adresses d’où un courriel est revenu}}. Rien n’y est envoyé tant que personne n’appuie sur « Y écrire à nouveau ».',
  }),
} as const;
