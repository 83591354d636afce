import { message } from '../message.ts';

/** The e-mail that carries a report. Its subject is the report's own title, and cautions are those of the report. */
export const mailMessages = {
  /** Its first line. */
  nothingNew: message<{ period: string }>({
    en: 'Nothing new: no figure has moved since the report that you had before ({period}).',
    es: 'Nada nuevo: ninguna cifra ha cambiado desde el informe que recibió antes ({period}).',
    pt: 'Nada de novo: nenhum número mudou desde o relatório que você recebeu antes ({period}).',
    fr: 'Rien de nouveau : aucun chiffre n’a changé depuis le rapport que vous avez reçu précédemment ({period}).',
  }),
  attached: message<{ file: string; pages: number }>({
    en: 'The report is attached as a PDF of {pages, plural, one {# page} other {# pages}}: {file}',
    es: 'El informe va adjunto en un PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}: {file}',
    pt: 'O relatório segue anexo em um PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}: {file}',
    fr: 'Le rapport est joint sous la forme d’un PDF de {pages, plural, one {# page} many {# de pages} other {# pages}} : {file}',
  }),
  attachedBoth: message<{ file: string; pages: number; format: string; beside: string }>({
    en: 'The report is attached as a PDF of {pages, plural, one {# page} other {# pages}} and, to calculate with, as {format}: {file}, {beside}',
    es: 'El informe va adjunto en un PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}} y, para calcular, en {format}: {file}, {beside}',
    pt: 'O relatório segue anexo em um PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}} e, para calcular, em {format}: {file}, {beside}',
    fr: 'Le rapport est joint sous la forme d’un PDF de {pages, plural, one {# page} many {# de pages} other {# pages}} et, pour calculer, d’un fichier {format} : {file}, {beside}',
  }),
  /** After what is attached. */
  besideTooLarge: message<{ format: string }>({
    en: 'The {format} file is too large to go with it, and opens at the address below.',
    es: 'El archivo {format} es demasiado grande para acompañarlo y se abre en la dirección siguiente.',
    pt: 'O arquivo {format} é grande demais para acompanhá-lo e abre no endereço abaixo.',
    fr: 'Le fichier {format} est trop lourd pour l’accompagner ; il s’ouvre à l’adresse ci-dessous.',
  }),
  /** After what is attached; of a report that is sent again after an upgrade. */
  nothingBeside: message<{ format: string }>({
    en: 'This report was made before {format} files were kept, so none goes with it.',
    es: 'Este informe se hizo antes de que se guardaran archivos {format}, por lo que no lleva ninguno.',
    pt: 'Este relatório foi feito antes de se guardarem arquivos {format}; por isso, nenhum o acompanha.',
    fr: 'Ce rapport a été établi avant que les fichiers {format} ne soient conservés : aucun ne l’accompagne.',
  }),
  /** Of a subscriber who wants no files; the address follows on a line of its own. */
  linkAsked: message<{ pages: number; until: string }>({
    en: 'The report is a PDF of {pages, plural, one {# page} other {# pages}}. It opens at the address below until {until}. The address is yours alone: whoever has it can open the report.',
    es: 'El informe es un PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}. Se abre en la dirección siguiente hasta el {until}. La dirección es solo suya: quien la tenga puede abrir el informe.',
    pt: 'O relatório é um PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}. Ele abre no endereço abaixo até {until}. O endereço é só seu: quem o tiver pode abrir o relatório.',
    fr: 'Le rapport est un PDF de {pages, plural, one {# page} many {# de pages} other {# pages}}. Il s’ouvre à l’adresse ci-dessous jusqu’au {until}. Cette adresse n’appartient qu’à vous : quiconque la détient peut ouvrir le rapport.',
  }),
  /** The address follows on a line of its own. */
  link: message<{ until: string }>({
    en: 'It also opens at the address below until {until}. The address is yours alone: whoever has it can open the report.',
    es: 'También se abre en la dirección siguiente hasta el {until}. La dirección es solo suya: quien la tenga puede abrir el informe.',
    pt: 'Ele também abre no endereço abaixo até {until}. O endereço é só seu: quem o tiver pode abrir o relatório.',
    fr: 'Il s’ouvre aussi à l’adresse ci-dessous, jusqu’au {until}. Cette adresse n’appartient qu’à vous : quiconque la détient peut ouvrir le rapport.',
  }),
  /** In place of the attachment; the address follows on a line of its own. Of a report that is too large for an e-mail. */
  linkAlone: message<{ pages: number; until: string }>({
    en: 'The report is a PDF of {pages, plural, one {# page} other {# pages}}, too large for an e-mail. It opens at the address below until {until}. The address is yours alone: whoever has it can open the report.',
    es: 'El informe es un PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}, demasiado grande para un correo. Se abre en la dirección siguiente hasta el {until}. La dirección es solo suya: quien la tenga puede abrir el informe.',
    pt: 'O relatório é um PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}, grande demais para um e-mail. Ele abre no endereço abaixo até {until}. O endereço é só seu: quem o tiver pode abrir o relatório.',
    fr: 'Le rapport est un PDF de {pages, plural, one {# page} many {# de pages} other {# pages}}, trop lourd pour un courriel. Il s’ouvre à l’adresse ci-dessous jusqu’au {until}. Cette adresse n’appartient qu’à vous : quiconque la détient peut ouvrir le rapport.',
  }),
  linkToSignIn: message<{ pages: number; email: string; until: string }>({
    en: 'The report is a PDF of {pages, plural, one {# page} other {# pages}}. It opens at the address below until {until}, once you have signed in as {email}.',
    es: 'El informe es un PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}. Se abre en la dirección siguiente hasta el {until}, después de ingresar como {email}.',
    pt: 'O relatório é um PDF de {pages, plural, one {# página} many {# de páginas} other {# páginas}}. Ele abre no endereço abaixo até {until}, depois que você entrar como {email}.',
    fr: 'Le rapport est un PDF de {pages, plural, one {# page} many {# de pages} other {# pages}}. Il s’ouvre à l’adresse ci-dessous jusqu’au {until}, après connexion avec le compte {email}.',
  }),
  /** Heads the figures, which are totals to date. */
  headlines: message<{ date: string }>({
    en: 'Figures, counted up to the cut-off date, {date}',
    es: 'Cifras hasta la fecha de corte, {date}',
    pt: 'Números até a data de corte, {date}',
    fr: 'Chiffres jusqu’à la date d’arrêté des données, {date}',
  }),
  /** As on a page, where the label stands below its figure: "123 officials trained". */
  headline: message<{ value: string; label: string }>({
    en: '{value} {label}',
    es: '{value} {label}',
    pt: '{value} {label}',
    fr: '{value} {label}',
  }),
  /** Where words stand for the figure: "officials trained: not reported". */
  headlineWithoutNumber: message<{ value: string; label: string }>({
    en: '{label}: {value}',
    es: '{label}: {value}',
    pt: '{label}: {value}',
    fr: '{label} : {value}',
  }),
  headlineWithNote: message<{ headline: string; note: string }>({
    en: '{headline} ({note})',
    es: '{headline} ({note})',
    pt: '{headline} ({note})',
    fr: '{headline} ({note})',
  }),
  /** The words of a link; in text, its address follows. */
  online: message({
    en: 'Every figure, with the rows it is made of',
    es: 'Cada cifra, con las filas que la componen',
    pt: 'Cada número, com as linhas que o compõem',
    fr: 'Chaque chiffre, avec les lignes qui le composent',
  }),
  open: message({
    en: 'Open the report',
    es: 'Abrir el informe',
    pt: 'Abrir o relatório',
    fr: 'Ouvrir le rapport',
  }),
  stop: message({
    en: 'Stop these e-mails',
    es: 'Dejar de recibir estos correos',
    pt: 'Deixar de receber estes e-mails',
    fr: 'Ne plus recevoir ces courriels',
  }),
  /** Where an address to stop them follows. */
  whyAndChange: message<{ name: string; email: string; report: string }>({
    en: 'Sent to {name} ({email}) as a subscriber to “{report}”. To change language or scope, reply to this message.',
    es: 'Enviado a {name} ({email}) por su suscripción a «{report}». Para cambiar el idioma o el alcance, responda a este mensaje.',
    pt: 'Enviado a {name} ({email}) pela assinatura de “{report}”. Para mudar o idioma ou a abrangência, responda a esta mensagem.',
    fr: 'Envoyé à {name} ({email}) au titre de l’abonnement à « {report} ». Pour changer de langue ou de portée, répondez à ce message.',
  }),
  why: message<{ name: string; email: string; report: string }>({
    en: 'Sent to {name} ({email}) as a subscriber to “{report}”. To stop, or to change language or scope, reply to this message.',
    es: 'Enviado a {name} ({email}) por su suscripción a «{report}». Para dejar de recibirlo o cambiar el idioma o el alcance, responda a este mensaje.',
    pt: 'Enviado a {name} ({email}) pela assinatura de “{report}”. Para deixar de recebê-lo ou mudar o idioma ou a abrangência, responda a esta mensagem.',
    fr: 'Envoyé à {name} ({email}) au titre de l’abonnement à « {report} ». Pour ne plus le recevoir, ou changer de langue ou de portée, répondez à ce message.',
  }),
} as const;
