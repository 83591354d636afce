import { namesOfLanguages } from '../locales.ts';
import { message } from '../message.ts';
import { accessErrors } from './access-errors.ts';
import { entryErrors } from './entry-errors.ts';
import { evidenceErrors } from './evidence-errors.ts';
import { ownReportErrors } from './own-report-errors.ts';
import { settingsErrors } from './settings-errors.ts';

const OURS = namesOfLanguages();

const filterUnknown = message({
  en: 'The address names something that is not known here.',
  es: 'La dirección menciona algo que no se conoce aquí.',
  pt: 'O endereço menciona algo que não é conhecido aqui.',
  fr: 'L’adresse mentionne quelque chose qui n’est pas connu ici.',
});

const notPrinted = message({
  en: 'The document could not be printed whole, and half of one is not sent.',
  es: 'No fue posible imprimir el documento completo, y no se envía uno a medias.',
  pt: 'Não foi possível imprimir o documento inteiro, e não se envia um pela metade.',
  fr: 'Le document n’a pas pu être imprimé en entier, et il n’est pas envoyé à moitié.',
});

const noBrowser = message({
  en: 'The program that prints reports is not running. Whoever runs this service finds the reason in its log.',
  es: 'El programa que imprime los informes no está en marcha. Quien opera este servicio encontrará el motivo en el registro.',
  pt: 'O programa que imprime os relatórios não está em execução. Quem opera este serviço encontra o motivo no registro.',
  fr: 'Le programme qui imprime les rapports ne fonctionne pas. La personne qui exploite ce service en trouvera la raison dans le journal.',
});

const tooMuchToDraw = message({
  en: 'There is more in this than can be drawn at once. Ask for less: a narrower filter, or a shorter period.',
  es: 'Hay aquí más de lo que se puede elaborar de una vez. Pida menos: un filtro más estrecho o un período más corto.',
  pt: 'Há aqui mais do que se pode elaborar de uma vez. Peça menos: um filtro mais estreito ou um período mais curto.',
  fr: 'Il y a là plus qu’il n’est possible de mettre en forme en une fois. Demandez moins : un filtre plus étroit, ou une période plus courte.',
});

/** What went wrong, by the code of the error; what a sentence names comes with it (`DomainError`, `values`). */
export const errorDetails = {
  ...accessErrors,
  ...settingsErrors,
  ...entryErrors,
  ...evidenceErrors,
  ...ownReportErrors,
  ...entryErrors,
  'ACCESS.SIGN_IN': message({
    en: 'This needs somebody who has signed in.',
    es: 'Para esto hay que haber ingresado.',
    pt: 'Para isto é preciso ter entrado.',
    fr: 'Il faut être connecté pour cela.',
  }),
  'ACCESS.TOKEN': message({
    en: 'The token that was sent is not in force: it has expired, was revoked or never was one.',
    es: 'El token enviado no está vigente: venció, fue revocado o nunca existió.',
    pt: 'O token enviado não está em vigor: venceu, foi revogado ou nunca existiu.',
    fr: 'Le jeton envoyé n’est pas valable : il a expiré, a été révoqué ou n’a jamais existé.',
  }),
  'ACCESS.TOTALS_ONLY': message({
    en: 'Figures by donor or by programme are not open to the public. Sign in, or ask for totals by pillar, country, year or month.',
    es: 'Las cifras por donante o por programa no son públicas. Ingrese o pida totales por pilar, país, año o mes.',
    pt: 'Os números por doador ou por programa não são públicos. Entre ou peça totais por pilar, país, ano ou mês.',
    fr: 'Les chiffres par donateur ou par programme ne sont pas publics. Connectez-vous, ou demandez des totaux par pilier, pays, année ou mois.',
  }),
  'DATABASE.DISK_FULL': message({
    en: 'The disk of the service is full, so nothing was stored. Whoever runs it has to make room; then try again.',
    es: 'El disco del servicio está lleno, por lo que no se guardó nada. Quien lo opera debe liberar espacio; luego inténtelo de nuevo.',
    pt: 'O disco do serviço está cheio, por isso nada foi gravado. Quem o opera precisa liberar espaço; depois tente de novo.',
    fr: 'Le disque du service est plein : rien n’a été enregistré. La personne qui l’exploite doit libérer de la place ; réessayez ensuite.',
  }),
  'DATABASE.EXHAUSTED': message({
    en: 'The database is too busy for this at the moment, so nothing was stored. Try again shortly.',
    es: 'La base de datos está demasiado ocupada en este momento, por lo que no se guardó nada. Inténtelo de nuevo en breve.',
    pt: 'O banco de dados está ocupado demais neste momento, por isso nada foi gravado. Tente de novo em instantes.',
    fr: 'La base de données est trop occupée en ce moment : rien n’a été enregistré. Réessayez dans un instant.',
  }),
  'DOWNLOAD.UNKNOWN_KIND': message({
    en: 'There is no kind of file “{name}”.',
    es: 'No existe el tipo de archivo «{name}».',
    pt: 'Não existe o tipo de arquivo “{name}”.',
    fr: 'Le type de fichier « {name} » n’existe pas.',
  }),
  'DATABASE.UNREACHABLE': message({
    en: 'The database does not answer at the moment. Try again shortly; what was not confirmed may not be stored.',
    es: 'La base de datos no responde en este momento. Inténtelo de nuevo en breve; lo que no se confirmó puede no haberse guardado.',
    pt: 'O banco de dados não responde neste momento. Tente de novo em instantes; o que não foi confirmado pode não ter sido gravado.',
    fr: 'La base de données ne répond pas en ce moment. Réessayez dans un instant ; ce qui n’a pas été confirmé n’est peut-être pas enregistré.',
  }),
  'DELIVERY.NO_REASON': message({
    en: 'What will not be sent needs a reason. Say in a few words why: it stays in the record.',
    es: 'Lo que no se enviará necesita un motivo. Diga en pocas palabras por qué: queda registrado.',
    pt: 'O que não será enviado precisa de um motivo. Diga em poucas palavras por quê: fica registrado.',
    fr: 'Ce qui ne sera pas envoyé demande un motif. Dites en quelques mots pourquoi : cela reste consigné.',
  }),
  'REQUEST.CROSS_SITE': message({
    en: 'The request came from a page of another site.',
    es: 'La solicitud vino de una página de otro sitio.',
    pt: 'A solicitação veio de uma página de outro site.',
    fr: 'La demande venait d’une page d’un autre site.',
  }),
  'ACCOUNT.UNKNOWN': message({
    en: 'There is no such account.',
    es: 'Esa cuenta no existe.',
    pt: 'Essa conta não existe.',
    fr: 'Ce compte n’existe pas.',
  }),
  'SESSION.UNKNOWN': message({
    en: 'That session has ended already.',
    es: 'Esa sesión ya terminó.',
    pt: 'Essa sessão já terminou.',
    fr: 'Cette session est déjà terminée.',
  }),
  'TOKEN.UNKNOWN': message({
    en: 'There is no such token in force.',
    es: 'Ese token no existe o ya no está vigente.',
    pt: 'Esse token não existe ou não está mais em vigor.',
    fr: 'Ce jeton n’existe pas ou n’est plus valable.',
  }),
  'LINK.UNKNOWN': message({
    en: 'There is no such link.',
    es: 'Ese enlace no existe.',
    pt: 'Esse link não existe.',
    fr: 'Ce lien n’existe pas.',
  }),
  'LINK.NOT_SENT': message({
    en: 'The e-mail with the link was not sent. Once e-mail works again, send it from the page of the account.',
    es: 'El correo con el enlace no se envió. Cuando el correo funcione de nuevo, envíelo desde la página de la cuenta.',
    pt: 'O e-mail com o link não foi enviado. Quando o e-mail voltar a funcionar, envie-o pela página da conta.',
    fr: 'Le courriel contenant le lien n’a pas été envoyé. Quand la messagerie fonctionnera de nouveau, envoyez-le depuis la page du compte.',
  }),
  'LIMIT.REACHED': message<{ minutes: number }>({
    en: 'Try again in {minutes, plural, one {# minute} other {# minutes}}.',
    es: 'Inténtelo de nuevo en {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
    pt: 'Tente de novo em {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
    fr: 'Réessayez dans {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}.',
  }),
  'ISSUE.UNKNOWN': message({
    en: 'There is no such issued report.',
    es: 'No existe ese informe emitido.',
    pt: 'Não existe esse relatório emitido.',
    fr: 'Ce rapport publié n’existe pas.',
  }),
  'ODD.NOT_LISTED': message({
    en: 'This figure is not listed as odd: somebody has said that it is right, or it has changed.',
    es: 'Esta cifra no figura entre las que llaman la atención: alguien dijo que es correcta, o cambió.',
    pt: 'Este número não consta entre os que parecem estranhos: alguém disse que está certo, ou ele mudou.',
    fr: 'Ce chiffre ne figure pas parmi ceux qui paraissent étranges : quelqu’un l’a dit exact, ou il a changé.',
  }),
  'PROGRAM.UNKNOWN': message<{ code: string }>({
    en: 'There is no programme “{code}”.',
    es: 'No existe el programa «{code}».',
    pt: 'Não existe o programa “{code}”.',
    fr: 'Le programme « {code} » n’existe pas.',
  }),
  'COUNTRY.UNKNOWN': message<{ code: string }>({
    en: 'There is no country or region “{code}”.',
    es: 'No existe el país o la región «{code}».',
    pt: 'Não existe o país ou a região “{code}”.',
    fr: 'Le pays ou la région « {code} » n’existe pas.',
  }),
  'DONOR.UNKNOWN': message<{ code: string }>({
    en: 'There is no donor “{code}”.',
    es: 'No existe el donante «{code}».',
    pt: 'Não existe o doador “{code}”.',
    fr: 'Le donateur « {code} » n’existe pas.',
  }),
  'RESULT.UNKNOWN': message<{ code: string }>({
    en: 'There is no approved figure “{code}”.',
    es: 'No existe la cifra aprobada «{code}».',
    pt: 'Não existe o número aprovado “{code}”.',
    fr: 'Le chiffre approuvé « {code} » n’existe pas.',
  }),
  'NARRATIVE.UNKNOWN': message<{ code: string }>({
    en: 'There is no approved text “{code}”.',
    es: 'No hay ningún texto aprobado «{code}».',
    pt: 'Não há texto aprovado “{code}”.',
    fr: 'Il n’y a pas de texte approuvé « {code} ».',
  }),
  'TRANSACTION.UNKNOWN': message<{ code: string }>({
    en: 'There is no approved transaction “{code}”.',
    es: 'No existe la transacción aprobada «{code}».',
    pt: 'Não existe a transação aprovada “{code}”.',
    fr: 'La transaction approuvée « {code} » n’existe pas.',
  }),
  'INDICATOR.UNKNOWN': message<{ code: string }>({
    en: 'There is no indicator “{code}”.',
    es: 'No existe el indicador «{code}».',
    pt: 'Não existe o indicador “{code}”.',
    fr: 'L’indicateur « {code} » n’existe pas.',
  }),
  'AS_OF.UNREADABLE': message<{ moment: string }>({
    en: '“{moment}” is no moment. Write a day as 2017-06-30, or a moment as 2017-06-30T18:00:00Z.',
    es: '«{moment}» no es un momento. Escriba un día como 2017-06-30 o un momento como 2017-06-30T18:00:00Z.',
    pt: '“{moment}” não é um momento. Escreva um dia como 2017-06-30 ou um momento como 2017-06-30T18:00:00Z.',
    fr: '« {moment} » n’est pas un moment. Écrivez un jour sous la forme 2017-06-30, ou un moment sous la forme 2017-06-30T18:00:00Z.',
  }),
  'AS_OF.FUTURE': message<{ moment: string }>({
    en: '“{moment}” has not come yet: what will be known then is not known now.',
    es: '«{moment}» aún no ha llegado: lo que se sabrá entonces no se sabe ahora.',
    pt: '“{moment}” ainda não chegou: o que se saberá então não se sabe agora.',
    fr: '« {moment} » n’est pas encore venu : ce qui sera connu alors ne l’est pas maintenant.',
  }),
  'AS_OF.TOO_EARLY': message<{ moment: string }>({
    en: 'What was known on {moment} is not recorded: the record begins later.',
    es: 'No hay registro de lo que se sabía el {moment}: el registro comienza después.',
    pt: 'Não há registro do que se sabia em {moment}: o registro começa depois.',
    fr: 'Ce qui était connu le {moment} n’est pas enregistré : l’enregistrement commence plus tard.',
  }),
  'FILTER.UNKNOWN_PILLAR': filterUnknown,
  'FILTER.UNKNOWN_COUNTRY': filterUnknown,
  'FILTER.UNKNOWN_DONOR': filterUnknown,
  'FILTER.UNKNOWN_INDICATOR': filterUnknown,
  'FILTER.UNKNOWN_PROGRAM': filterUnknown,
  'PAGE.UNKNOWN_BLOCK': message<{ block: string }>({
    en: 'This page has no table “{block}”.',
    es: 'Esta página no tiene ninguna tabla «{block}».',
    pt: 'Esta página não tem nenhuma tabela “{block}”.',
    fr: 'Cette page n’a pas de tableau « {block} ».',
  }),
  'RESULTS.UNKNOWN_CURSOR': message({
    en: 'The list has changed since. Begin again at its first page.',
    es: 'La lista ha cambiado desde entonces. Comience de nuevo por la primera página.',
    pt: 'A lista mudou desde então. Comece de novo pela primeira página.',
    fr: 'La liste a changé depuis. Recommencez à la première page.',
  }),
  'FUNDING.NO_AXIS': message({
    en: 'Money has no such breakdown. Ask for it by pillar, country, donor, programme, year or month.',
    es: 'El dinero no se desglosa así. Pídalo por pilar, país, donante, programa, año o mes.',
    pt: 'O dinheiro não é desagregado assim. Peça-o por pilar, país, doador, programa, ano ou mês.',
    fr: 'L’argent n’est pas ventilé ainsi. Demandez-le par pilier, pays, donateur, programme, année ou mois.',
  }),
  'TOTALS.NO_DIMENSION': message({
    en: 'Programmes are counted by pillar, country, donor or programme.',
    es: 'Los programas se cuentan por pilar, país, donante o programa.',
    pt: 'Os programas são contados por pilar, país, doador ou programa.',
    fr: 'Les programmes se comptent par pilier, pays, donateur ou programme.',
  }),
  'TOTALS.UNKNOWN_DIMENSION': message<{ axis: string }>({
    en: 'Nothing is broken down by “{axis}”.',
    es: 'Nada está desglosado por «{axis}».',
    pt: 'Nada está desagregado por “{axis}”.',
    fr: 'Rien n’est ventilé par « {axis} ».',
  }),
  'REPORT.BUSY': message({
    en: 'Many reports are being made at the moment. Try again shortly.',
    es: 'En este momento se preparan muchos informes. Inténtelo de nuevo en breve.',
    pt: 'Muitos relatórios estão sendo preparados neste momento. Tente de novo em instantes.',
    fr: 'De nombreux rapports sont en préparation. Réessayez dans un instant.',
  }),
  'REPORT.CANCELLED': message({
    en: 'This report was cancelled while it was being made. Ask for it again if you want it after all.',
    es: 'Este informe se canceló mientras se preparaba. Pídalo de nuevo si aún lo quiere.',
    pt: 'Este relatório foi cancelado enquanto era preparado. Peça-o de novo se ainda o quiser.',
    fr: 'Ce rapport a été annulé pendant sa préparation. Redemandez-le si vous le voulez malgré tout.',
  }),
  'REPORT.TOO_MANY': message({
    en: 'Several reports are being made for you already. Wait for one of them, or cancel it.',
    es: 'Ya se preparan varios informes para usted. Espere a que termine uno o cancélelo.',
    pt: 'Vários relatórios já estão sendo preparados para você. Espere por um deles ou cancele-o.',
    fr: 'Plusieurs rapports sont déjà en préparation pour vous. Attendez l’un d’eux, ou annulez-le.',
  }),
  'REQUEST.BUSY': message({
    en: 'Other large files are being taken in. Try again in a moment.',
    es: 'Se están recibiendo otros archivos grandes. Inténtelo de nuevo en un momento.',
    pt: 'Outros arquivos grandes estão sendo recebidos. Tente de novo em um momento.',
    fr: 'D’autres fichiers volumineux sont en cours de réception. Réessayez dans un instant.',
  }),
  'THREADS.BUSY': message({
    en: 'Many documents are waiting to be drawn. Try again shortly.',
    es: 'Hay muchos documentos en espera de elaboración. Inténtelo de nuevo en breve.',
    pt: 'Há muitos documentos à espera de elaboração. Tente de novo em instantes.',
    fr: 'De nombreux documents attendent d’être mis en forme. Réessayez dans un instant.',
  }),
  'THREADS.CLOSED': message({
    en: 'The service is stopping and begins nothing more. Try again when it has started.',
    es: 'El servicio se está deteniendo y ya no comienza nada. Inténtelo de nuevo cuando haya iniciado.',
    pt: 'O serviço está parando e não começa mais nada. Tente de novo quando tiver iniciado.',
    fr: 'Le service s’arrête et ne commence plus rien. Réessayez quand il aura redémarré.',
  }),
  'THREADS.TOO_LARGE': tooMuchToDraw,
  'THREADS.TOO_SLOW': tooMuchToDraw,
  'SUBSCRIPTION.UNKNOWN': message({
    en: 'There is no such subscription of yours.',
    es: 'Usted no tiene esa suscripción.',
    pt: 'Você não tem essa assinatura.',
    fr: 'Vous n’avez pas cet abonnement.',
  }),
  'REPORT.UNKNOWN': message({
    en: 'There is no such report. A donor can have the funding summary of its own organisation, and reports that are shared.',
    es: 'Ese informe no existe. Un donante puede obtener el resumen del financiamiento de su propia organización y los informes compartidos.',
    pt: 'Esse relatório não existe. Um doador pode obter o resumo do financiamento de sua própria organização e os relatórios compartilhados.',
    fr: 'Ce rapport n’existe pas. Un donateur peut obtenir le récapitulatif des financements de sa propre organisation, et les rapports partagés.',
  }),
  'REPORT.UNKNOWN_PERIOD': message<{ period: string }>({
    en: '“{period}” is not a period. Name a month (2017-06), a quarter (2017-Q2) or a year (2017).',
    es: '«{period}» no es un período. Indique un mes (2017-06), un trimestre (2017-Q2) o un año (2017).',
    pt: '“{period}” não é um período. Indique um mês (2017-06), um trimestre (2017-Q2) ou um ano (2017).',
    fr: '« {period} » n’est pas une période. Indiquez un mois (2017-06), un trimestre (2017-Q2) ou une année (2017).',
  }),
  'REPORT.NOT_BEGUN': message<{ period: string }>({
    en: 'The period {period} has not begun: there is nothing to report yet. Choose one that has.',
    es: 'El período {period} no ha comenzado: todavía no hay nada que informar. Elija uno que haya comenzado.',
    pt: 'O período {period} não começou: ainda não há nada a relatar. Escolha um que tenha começado.',
    fr: 'La période {period} n’a pas commencé : il n’y a encore rien à en dire. Choisissez-en une qui a commencé.',
  }),
  'REPORT.NOT_BEGUN_THEN': message<{ period: string; day: string }>({
    en: 'The period {period} had not begun: as known on {day} there was nothing to report yet. Choose one that had, or a later moment.',
    es: 'El período {period} no había comenzado: según lo que se sabía el {day} aún no había nada que informar. Elija uno que hubiera comenzado o un momento posterior.',
    pt: 'O período {period} não havia começado: segundo o que se sabia em {day} ainda não havia nada a relatar. Escolha um que tivesse começado ou um momento posterior.',
    fr: 'La période {period} n’avait pas commencé : selon ce qui était connu le {day}, il n’y avait encore rien à en dire. Choisissez-en une qui avait commencé, ou un moment ultérieur.',
  }),
  'REPORT.NOT_OVER': message<{ period: string }>({
    en: 'The period {period} is not over. An issue is frozen, so it waits until its last day has passed.',
    es: 'El período {period} no ha terminado. Una edición queda fija, por lo que espera a que pase su último día.',
    pt: 'O período {period} não terminou. Uma edição fica fixa; por isso espera até que passe seu último dia.',
    fr: 'La période {period} n’est pas terminée. Une édition est figée : elle attend que son dernier jour soit passé.',
  }),
  'REPORT.SCOPE': message({
    en: 'A country fact sheet needs its country, a funding summary its donor; choose what its form offers, and nothing else.',
    es: 'Una ficha de país necesita su país y un resumen del financiamiento su donante; elija lo que ofrece el formulario y nada más.',
    pt: 'Uma ficha de país precisa de seu país e um resumo do financiamento de seu doador; escolha o que o formulário oferece e nada mais.',
    fr: 'Une fiche de pays demande son pays, un récapitulatif des financements son donateur ; choisissez ce que propose le formulaire, et rien d’autre.',
  }),
  'REPORT.UNKNOWN_LANGUAGE': message({
    en: `Reports are in ${OURS.en}.`,
    es: `Los informes están en ${OURS.es}.`,
    pt: `Os relatórios estão em ${OURS.pt}.`,
    fr: `Langues des rapports : ${OURS.fr}.`,
  }),
  'REPORT.UNKNOWN_PAPER': message({
    en: 'The paper is a4 or letter.',
    es: 'El papel es a4 o letter (carta).',
    pt: 'O papel é a4 ou letter (carta).',
    fr: 'Le papier est a4 ou letter (lettre).',
  }),
  'REPORT.UNKNOWN_ANNEX': message({
    en: 'Annexes are programs, targets, transactions and gaps, with commas between them.',
    es: 'Los anexos son programs (programas), targets (metas), transactions (transacciones) y gaps (lagunas), separados por comas.',
    pt: 'Os anexos são programs (programas), targets (metas), transactions (transações) e gaps (lacunas), separados por vírgulas.',
    fr: 'Les annexes sont programs (programmes), targets (cibles), transactions (transactions) et gaps (lacunes), séparées par des virgules.',
  }),
  'REPORT.NOT_CONSERVED': message<{ of: string; by: string; part: string; rows: string; total: string }>({
    en: 'The views do not agree, so the report is not made: {of} by {by} has {part} {rows} in its rows and {total} in all. Correct the rows, or the rule that combines them.',
    es: 'Las vistas no coinciden y por eso el informe no se hace: {of} por {by} tiene {part} {rows} en sus filas y {total} en total. Corrija las filas o la regla que las combina.',
    pt: 'As visões não coincidem e por isso o relatório não é feito: {of} por {by} tem {part} {rows} em suas linhas e {total} no total. Corrija as linhas ou a regra que as combina.',
    fr: 'Les vues ne concordent pas, le rapport n’est donc pas établi : {of} par {by} a {part} {rows} dans ses lignes et {total} au total. Corrigez les lignes, ou la règle qui les combine.',
  }),
  'ALLOCATION.SHARES_NOT_100': message<{ shares: string }>({
    en: 'Shares do not sum to exactly 100: {shares}. Correct them, or leave all of them empty.',
    es: 'Los porcentajes no suman exactamente 100: {shares}. Corríjalos o déjelos todos vacíos.',
    pt: 'Os percentuais não somam exatamente 100: {shares}. Corrija-os ou deixe todos vazios.',
    fr: 'Les quotes-parts ne font pas exactement 100 : {shares}. Corrigez-les, ou laissez-les toutes vides.',
  }),
  'ALLOCATION.BAD_SHARE': message<{ shares: string }>({
    en: 'A share is not a percentage from 0 to 100: {shares}.',
    es: 'Un porcentaje asignado no está entre 0 y 100: {shares}.',
    pt: 'Um percentual atribuído não está entre 0 e 100: {shares}.',
    fr: 'Une quote-part n’est pas un pourcentage de 0 à 100 : {shares}.',
  }),
  'PROGRAM.PARENT_CYCLE': message<{ code: string }>({
    en: 'The programme {code} stands above itself. Correct the programme above one of them.',
    es: 'El programa {code} está por encima de sí mismo. Corrija el programa superior de uno de ellos.',
    pt: 'O programa {code} está acima de si mesmo. Corrija o programa superior de um deles.',
    fr: 'Le programme {code} est placé au-dessus de lui-même. Corrigez le programme supérieur de l’un d’eux.',
  }),
  'REQUEST.INVALID': message({
    en: 'The address, or what was sent to it, cannot be read.',
    es: 'La dirección, o lo que se envió a ella, no se puede interpretar.',
    pt: 'O endereço, ou o que foi enviado a ele, não pode ser interpretado.',
    fr: 'L’adresse, ou ce qui lui a été envoyé, ne peut pas être compris.',
  }),
  'REQUEST.NOT_FOUND': message({
    en: 'There is no page with this address.',
    es: 'No hay ninguna página con esta dirección.',
    pt: 'Não há nenhuma página com este endereço.',
    fr: 'Aucune page ne porte cette adresse.',
  }),
  'REQUEST.FORBIDDEN': message({
    en: 'What was sent here is refused.',
    es: 'Lo que se envió aquí se rechaza.',
    pt: 'O que foi enviado aqui é recusado.',
    fr: 'Ce qui a été envoyé ici est refusé.',
  }),
  'REQUEST.METHOD': message({
    en: 'This address is not asked in this way.',
    es: 'Esta dirección no se consulta de esta manera.',
    pt: 'Este endereço não é consultado desta maneira.',
    fr: 'Cette adresse ne se consulte pas de cette façon.',
  }),
  'REQUEST.TOO_LARGE': message({
    en: 'What was sent is larger than is taken here.',
    es: 'Lo que se envió es más grande de lo que aquí se admite.',
    pt: 'O que foi enviado é maior do que aqui se aceita.',
    fr: 'Ce qui a été envoyé est plus grand que ce qui est accepté ici.',
  }),
  'REQUEST.MEDIA_TYPE': message({
    en: 'What was sent is of a kind that is not taken here.',
    es: 'Lo que se envió es de un tipo que aquí no se admite.',
    pt: 'O que foi enviado é de um tipo que aqui não se aceita.',
    fr: 'Ce qui a été envoyé est d’un type qui n’est pas accepté ici.',
  }),
  'REQUEST.REFUSED': message({
    en: 'What was sent here is refused.',
    es: 'Lo que se envió aquí se rechaza.',
    pt: 'O que foi enviado aqui é recusado.',
    fr: 'Ce qui a été envoyé ici est refusé.',
  }),
  'REQUEST.UNKNOWN_HOST': message({
    en: 'This service does not answer for the name by which it was called. Open it at its own address.',
    es: 'Este servicio no responde por el nombre con el que se lo llamó. Ábralo en su propia dirección.',
    pt: 'Este serviço não responde pelo nome com que foi chamado. Abra-o em seu próprio endereço.',
    fr: 'Ce service ne répond pas au nom sous lequel il a été appelé. Ouvrez-le à sa propre adresse.',
  }),
  'REQUEST.UNKNOWN_LANGUAGE': message({
    en: `Pages are in ${OURS.en}.`,
    es: `Las páginas están en ${OURS.es}.`,
    pt: `As páginas estão em ${OURS.pt}.`,
    fr: `Langues des pages : ${OURS.fr}.`,
  }),
  'INTERNAL.UNEXPECTED': message<{ id: string }>({
    en: 'Tell whoever runs this service the number {id}: the log has the details.',
    es: 'Comunique a quien opera este servicio el número {id}: el registro tiene los detalles.',
    pt: 'Informe a quem opera este serviço o número {id}: o registro tem os detalhes.',
    fr: 'Communiquez à la personne qui exploite ce service le numéro {id} : le journal contient les détails.',
  }),
  'RENDER.BUSY': message({
    en: 'Many documents are waiting to be printed. Try again in a minute.',
    es: 'Hay muchos documentos en espera de impresión. Inténtelo de nuevo en un minuto.',
    pt: 'Há muitos documentos à espera de impressão. Tente de novo em um minuto.',
    fr: 'De nombreux documents attendent d’être imprimés. Réessayez dans une minute.',
  }),
  'RENDER.CLOSED': message({
    en: 'The service is stopping and prints nothing more. Try again when it has started.',
    es: 'El servicio se está deteniendo y ya no imprime. Inténtelo de nuevo cuando haya iniciado.',
    pt: 'O serviço está parando e não imprime mais. Tente de novo quando tiver iniciado.',
    fr: 'Le service s’arrête et n’imprime plus. Réessayez quand il aura redémarré.',
  }),
  'RENDER.CRASHED': notPrinted,
  'RENDER.FAILED': notPrinted,
  'RENDER.INCOMPLETE': notPrinted,
  'RENDER.GLYPH_MISSING': message({
    en: 'No font has the sign {signs}, so the document was not printed. It stands here: {where}. Write it with other signs.',
    es: 'Ninguna fuente tiene el signo {signs}, por lo que el documento no se imprimió. Está aquí: {where}. Escríbalo con otros signos.',
    pt: 'Nenhuma fonte tem o sinal {signs}, por isso o documento não foi impresso. Está aqui: {where}. Escreva-o com outros sinais.',
    fr: 'Aucune police ne contient le signe {signs} : le document n’a donc pas été imprimé. Il se trouve ici : {where}. Écrivez-le avec d’autres signes.',
  }),
  'RENDER.TIMEOUT': notPrinted,
  'BROWSER.NOT_FOUND': noBrowser,
  'BROWSER.NO_FOLDER': noBrowser,
  'BROWSER.NOT_STARTED': noBrowser,
  'BROWSER.NOT_UNPACKED': noBrowser,
  'BROWSER.CLOSED': noBrowser,
  'SPREADSHEET.BROKEN': message({
    en: 'The workbook could not be written whole, and half of one is not sent.',
    es: 'No fue posible escribir el libro completo, y no se envía uno a medias.',
    pt: 'Não foi possível escrever a planilha inteira, e não se envia uma pela metade.',
    fr: 'Le classeur n’a pas pu être écrit en entier, et il n’est pas envoyé à moitié.',
  }),
} as const;
