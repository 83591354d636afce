import { message } from '../message.ts';

/** The e-mail of an erratum. What moved is in `movedFigureMessages`. */
export const erratumMailMessages = {
  subject: message<{ title: string }>({
    en: 'Erratum: {title}',
    es: 'Fe de erratas: {title}',
    pt: 'Errata: {title}',
    fr: 'Erratum : {title}',
  }),
  /** What moved follows, line by line. */
  about: message<{ title: string; day: string }>({
    en: 'Figures that you were sent in “{title}”, made on {day}, have moved since:',
    es: 'Desde que se le envió «{title}», generado el {day}, han variado estas cifras:',
    pt: 'Desde que lhe foi enviado “{title}”, gerado em {day}, estes números mudaram:',
    fr: 'Des chiffres qui vous ont été envoyés dans « {title} », établi le {day}, ont changé depuis :',
  }),
  /** A button. */
  figures: message({
    en: 'The figures as they are now, row by row',
    es: 'Las cifras como son ahora, fila por fila',
    pt: 'Os números como são agora, linha por linha',
    fr: 'Les chiffres tels qu’ils sont, ligne par ligne',
  }),
  /** The address follows on a line of its own. */
  asSent: message<{ until: string; email: string }>({
    en: 'The report as it was sent stays as it was, and opens at the address below until {until}. The address is yours alone: whoever has it can open the report.',
    es: 'El informe enviado no se modifica y se abre en la dirección siguiente hasta el {until}. La dirección es solo suya: quien la tenga puede abrir el informe.',
    pt: 'O relatório enviado permanece como estava e abre no endereço abaixo até {until}. O endereço é só seu: quem o tiver pode abrir o relatório.',
    fr: 'Le rapport envoyé reste tel quel et s’ouvre à l’adresse ci-dessous jusqu’au {until}. Cette adresse n’appartient qu’à vous : quiconque la détient peut ouvrir le rapport.',
  }),
  asSentToSignIn: message<{ until: string; email: string }>({
    en: 'The report as it was sent stays as it was, and opens at the address below until {until}, once you have signed in as {email}.',
    es: 'El informe enviado no se modifica y se abre en la dirección siguiente hasta el {until}, después de ingresar como {email}.',
    pt: 'O relatório enviado permanece como estava e abre no endereço abaixo até {until}, depois que você entrar como {email}.',
    fr: 'Le rapport envoyé reste tel quel et s’ouvre à l’adresse ci-dessous jusqu’au {until}, après connexion avec le compte {email}.',
  }),
  openAsSent: message({
    en: 'Open the report as it was sent',
    es: 'Abrir el informe como se envió',
    pt: 'Abrir o relatório como foi enviado',
    fr: 'Ouvrir le rapport tel qu’il a été envoyé',
  }),
} as const;

/** The pages of errata. */
export const errataMessages = {
  title: message({ en: 'Errata', es: 'Fe de erratas', pt: 'Erratas', fr: 'Errata' }),
  lede: message({
    en: 'Figures of reports that were sent and have moved since. Whoever got them, and nobody else, can be told.',
    es: 'Cifras de informes enviados que han variado desde entonces. Se puede avisar a quienes las recibieron, y a nadie más.',
    pt: 'Números de relatórios enviados que mudaram desde então. Quem os recebeu, e mais ninguém, pode ser avisado.',
    fr: 'Chiffres de rapports envoyés qui ont changé depuis. Seules les personnes qui les ont reçus peuvent en être informées.',
  }),
  bySetting: message({
    en: 'They are sent by themselves once the figures have stood still for an hour, as the settings say.',
    es: 'Se envían por sí solas cuando las cifras llevan una hora sin variar, según la configuración.',
    pt: 'São enviadas por si mesmas quando os números ficam uma hora sem mudar, conforme as configurações.',
    fr: 'Ils partent d’eux-mêmes une fois les chiffres restés inchangés pendant une heure, selon les paramètres.',
  }),
  waiting: message<{ count: number }>({
    en: '{count, plural, one {# erratum waits} other {# errata wait}} to be sent or dismissed',
    es: '{count, plural, one {# fe de erratas espera} many {# de fes de erratas esperan} other {# fes de erratas esperan}} ser enviada o descartada',
    pt: '{count, plural, one {# errata espera} many {# de erratas esperam} other {# erratas esperam}} envio ou descarte',
    fr: '{count, plural, one {# erratum attend} many {# d’errata attendent} other {# errata attendent}} d’être envoyé ou écarté',
  }),
  none: message({
    en: 'No figure has moved',
    es: 'No ha variado ninguna cifra',
    pt: 'Nenhum número mudou',
    fr: 'Aucun chiffre n’a changé',
  }),
  noneText: message({
    en: 'When a figure of a report that was sent moves, it stands here within minutes.',
    es: 'Cuando varíe una cifra de un informe enviado, aparecerá aquí en unos minutos.',
    pt: 'Quando mudar um número de um relatório enviado, ele aparecerá aqui em alguns minutos.',
    fr: 'Lorsqu’un chiffre d’un rapport envoyé change, il apparaît ici en quelques minutes.',
  }),
  report: message({ en: 'Report', es: 'Informe', pt: 'Relatório', fr: 'Rapport' }),
  moved: message({ en: 'What moved', es: 'Qué varió', pt: 'O que mudou', fr: 'Ce qui a changé' }),
  state: message({ en: 'State', es: 'Estado', pt: 'Situação', fr: 'État' }),
  figuresMoved: message<{ count: number }>({
    en: '{count, plural, one {# figure} other {# figures}}',
    es: '{count, plural, one {# cifra} many {# de cifras} other {# cifras}}',
    pt: '{count, plural, one {# número} many {# de números} other {# números}}',
    fr: '{count, plural, one {# chiffre} many {# de chiffres} other {# chiffres}}',
  }),
  proposed: message<{ moment: string }>({
    en: 'Proposed, as it stands since {moment}',
    es: 'Propuesta, tal como está desde el {moment}',
    pt: 'Proposta, tal como está desde {moment}',
    fr: 'Proposé, tel quel depuis le {moment}',
  }),
  approved: message<{ who: string; moment: string; sent: number; all: number }>({
    en: 'Approved by {who} on {moment}; sent to {sent, number} of {all, number}',
    es: 'Aprobada por {who} el {moment}; enviada a {sent, number} de {all, number}',
    pt: 'Aprovada por {who} em {moment}; enviada a {sent, number} de {all, number}',
    fr: 'Approuvé par {who} le {moment} ; envoyé à {sent, number} sur {all, number}',
  }),
  dismissed: message<{ who: string; moment: string; reason: string }>({
    en: 'Dismissed by {who} on {moment}: {reason}',
    es: 'Descartada por {who} el {moment}: {reason}',
    pt: 'Descartada por {who} em {moment}: {reason}',
    fr: 'Écarté par {who} le {moment} : {reason}',
  }),
  lapsed: message<{ moment: string }>({
    en: 'On {moment} the figures said again what was sent',
    es: 'El {moment} las cifras volvieron a decir lo enviado',
    pt: 'Em {moment} os números voltaram a dizer o que foi enviado',
    fr: 'Le {moment}, les chiffres disaient à nouveau ce qui avait été envoyé',
  }),
  byItself: message({
    en: 'the service itself',
    es: 'el propio servicio',
    pt: 'o próprio serviço',
    fr: 'le service lui-même',
  }),
  movedTitle: message({
    en: 'What moved, and why',
    es: 'Qué varió y por qué',
    pt: 'O que mudou e por quê',
    fr: 'Ce qui a changé, et pourquoi',
  }),
  changes: message({
    en: 'Every row that moved it',
    es: 'Cada fila que lo hizo variar',
    pt: 'Cada linha que o mudou',
    fr: 'Chaque ligne qui l’a fait varier',
  }),
  notTold: message({
    en: 'The report cannot be made any more, so what moved is not told in words.',
    es: 'El informe ya no se puede generar, por lo que no se explica en palabras qué varió.',
    pt: 'O relatório não pode mais ser gerado, por isso não se diz em palavras o que mudou.',
    fr: 'Le rapport ne peut plus être établi : ce qui a changé n’est donc pas dit en mots.',
  }),
  concernedTitle: message<{ count: number }>({
    en: '{count, plural, =0 {Nobody is concerned} one {# person is concerned} other {# people are concerned}}',
    es: '{count, plural, =0 {No concierne a nadie} one {Concierne a # persona} many {Concierne a # de personas} other {Concierne a # personas}}',
    pt: '{count, plural, =0 {Não diz respeito a ninguém} one {Diz respeito a # pessoa} many {Diz respeito a # de pessoas} other {Diz respeito a # pessoas}}',
    fr: '{count, plural, =0 {Personne n’est concerné} one {# personne est concernée} many {# de personnes sont concernées} other {# personnes sont concernées}}',
  }),
  concernedLede: message({
    en: 'They were sent these figures, are subscribed still, and may still have the report.',
    es: 'Recibieron estas cifras, siguen suscritas y aún pueden tener el informe.',
    pt: 'Receberam esses números, continuam inscritas e ainda podem ter o relatório.',
    fr: 'Ces chiffres leur ont été envoyés, l’abonnement court toujours et le rapport leur est toujours ouvert.',
  }),
  nobody: message({
    en: 'Whoever got these figures has unsubscribed, or may not have the report any more.',
    es: 'Quienes recibieron estas cifras cancelaron su suscripción o ya no pueden tener el informe.',
    pt: 'Quem recebeu esses números cancelou a assinatura ou não pode mais ter o relatório.',
    fr: 'Les personnes qui ont reçu ces chiffres se sont désabonnées, ou le rapport ne leur est plus ouvert.',
  }),
  sentTitle: message({
    en: 'Who was told',
    es: 'A quién se avisó',
    pt: 'Quem foi avisado',
    fr: 'Qui a été informé',
  }),
  previewTitle: message({ en: 'The e-mail', es: 'El correo', pt: 'O e-mail', fr: 'Le courriel' }),
  previewLede: message({
    en: 'As its readers would get it, but for the addresses that are each reader’s own.',
    es: 'Como lo recibirían, salvo las direcciones propias de cada destinatario.',
    pt: 'Como o receberiam, exceto os endereços próprios de cada destinatário.',
    fr: 'Tel qu’il serait reçu, hormis les adresses propres à chaque destinataire.',
  }),
  previewOf: message<{ language: string }>({
    en: 'In {language}',
    es: 'En {language}',
    pt: 'Em {language}',
    fr: 'En {language}',
  }),
  decide: message({ en: 'Decide', es: 'Decidir', pt: 'Decidir', fr: 'Décider' }),
  send: message<{ count: number }>({
    en: 'Send to {count, plural, one {# person} other {# people}}',
    es: 'Enviar a {count, plural, one {# persona} many {# de personas} other {# personas}}',
    pt: 'Enviar a {count, plural, one {# pessoa} many {# de pessoas} other {# pessoas}}',
    fr: 'Envoyer à {count, plural, one {# personne} many {# de personnes} other {# personnes}}',
  }),
  dismiss: message({ en: 'Dismiss', es: 'Descartar', pt: 'Descartar', fr: 'Écarter' }),
  reason: message({
    en: 'Why nobody is told',
    es: 'Por qué no se avisa a nadie',
    pt: 'Por que ninguém é avisado',
    fr: 'Pourquoi personne n’est informé',
  }),
  reasonHint: message({
    en: 'It stays in the record. The next report says what moved all the same.',
    es: 'Queda en el registro. El próximo informe dirá de todos modos qué varió.',
    pt: 'Fica no registro. O próximo relatório dirá de qualquer forma o que mudou.',
    fr: 'Cela reste au dossier. Le prochain rapport dira de toute façon ce qui a changé.',
  }),
  doneSend: message({
    en: 'It is on its way, to each once.',
    es: 'Está en camino, una vez a cada persona.',
    pt: 'Está a caminho, uma vez a cada pessoa.',
    fr: 'Il est en route, une fois à chacun.',
  }),
  doneDismiss: message({
    en: 'Nobody is told of it.',
    es: 'No se avisa a nadie.',
    pt: 'Ninguém é avisado.',
    fr: 'Personne n’en est informé.',
  }),
  all: message({ en: 'All errata', es: 'Todas las erratas', pt: 'Todas as erratas', fr: 'Tous les errata' }),
} as const;
