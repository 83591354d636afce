import { type Message, message } from '../message.ts';
import { cellErrorWords } from './cell-errors.ts';
import { fileErrorWords } from './file-errors.ts';
import { resultErrorWords } from './result-errors.ts';

/** Of a period, a programme or a membership. */
const datesReversed = message({
  en: 'It ends before it begins. Correct one of the dates.',
  es: 'Termina antes de comenzar. Corrija una de las fechas.',
  pt: 'Termina antes de começar. Corrija uma das datas.',
  fr: 'La fin précède le début. Corrigez l’une des dates.',
});

const unknownProgram = message({
  en: 'There is no such programme. Correct its code, or add the programme first.',
  es: 'Ese programa no existe. Corrija el código o agregue primero el programa.',
  pt: 'Esse programa não existe. Corrija o código ou acrescente primeiro o programa.',
  fr: 'Ce programme n’existe pas. Corrigez son code, ou ajoutez d’abord le programme.',
});

/** What a row says as a whole, whatever it is of. */
const rowWords = {
  'ROW.APPROVED': message({
    en: 'What is stored is approved, and a draft does not take its place. Leave it as it is, or give this as approved.',
    es: 'Lo guardado está aprobado y un borrador no ocupa su lugar. Déjelo como está o dé esto por aprobado.',
    pt: 'O que está gravado foi aprovado e um rascunho não toma seu lugar. Deixe-o como está ou dê isto como aprovado.',
    fr: 'Ce qui est enregistré est approuvé, et un brouillon ne prend pas sa place. Laissez-le tel quel, ou donnez ceci comme approuvé.',
  }),
  'ROW.CELL_COUNT': message({
    en: 'The row has not as many cells as the header. A cell that holds a comma must stand in quotation marks.',
    es: 'La fila no tiene tantas celdas como el encabezado. Una celda que contiene una coma debe ir entre comillas.',
    pt: 'A linha não tem tantas células quanto o cabeçalho. Uma célula que contém uma vírgula deve vir entre aspas.',
    fr: 'La ligne n’a pas autant de cellules que l’en-tête. Une cellule qui contient une virgule doit être entre guillemets.',
  }),
  'ROW.PERIOD_CLOSED': message({
    en: 'The periods of this programme are closed through a later day. Write why it changes all the same, as the reason.',
    es: 'Los períodos de este programa están cerrados hasta un día posterior. Escriba por qué cambia de todos modos, como motivo.',
    pt: 'Os períodos deste programa estão fechados até um dia posterior. Escreva por que muda mesmo assim, como motivo.',
    fr: 'Les périodes de ce programme sont closes jusqu’à un jour ultérieur. Écrivez pourquoi cela change malgré tout, comme motif.',
  }),
  'ROW.CONTROL_CHARACTER': cellErrorWords['CELL.INVISIBLE'],
  'ROW.FORMULA_FAILED': message({
    en: 'A formula of the spreadsheet has no answer here. Mend it, or write the value.',
    es: 'Una fórmula de la hoja de cálculo no da resultado aquí. Corríjala o escriba el valor.',
    pt: 'Uma fórmula da planilha não dá resultado aqui. Corrija-a ou escreva o valor.',
    fr: 'Une formule de la feuille ne donne pas de résultat ici. Corrigez-la, ou écrivez la valeur.',
  }),
  'ROW.MERGED_NUMBER': message({
    en: 'A number is merged over several rows, and would count in each. Write in each row its own number.',
    es: 'Un número está combinado sobre varias filas y contaría en cada una. Escriba en cada fila su propio número.',
    pt: 'Um número está mesclado sobre várias linhas e contaria em cada uma. Escreva em cada linha seu próprio número.',
    fr: 'Un nombre est fusionné sur plusieurs lignes et compterait dans chacune. Écrivez dans chaque ligne son propre nombre.',
  }),
  'ROW.NO_REASON': message({
    en: 'What is withdrawn needs a reason. Say in a few words why.',
    es: 'Lo que se retira necesita un motivo. Diga en pocas palabras por qué.',
    pt: 'O que é retirado precisa de um motivo. Diga em poucas palavras por quê.',
    fr: 'Ce qui est retiré demande un motif. Dites en quelques mots pourquoi.',
  }),
  'ROW.REFUSED': message({
    en: 'This cannot be taken here. Correct the field.',
    es: 'Esto no se admite aquí. Corrija el campo.',
    pt: 'Isto não é aceito aqui. Corrija o campo.',
    fr: 'Cela n’est pas accepté ici. Corrigez le champ.',
  }),
  'ROW.REPEATED': message({
    en: 'Another row says the same thing already. Leave one of them out, or correct what tells them apart.',
    es: 'Otra fila ya dice lo mismo. Quite una de ellas o corrija lo que las distingue.',
    pt: 'Outra linha já diz o mesmo. Retire uma delas ou corrija o que as distingue.',
    fr: 'Une autre ligne dit déjà la même chose. Retirez-en une, ou corrigez ce qui les distingue.',
  }),
  'ROW.TOTAL': message({
    en: 'This row is a total of others, and would count them again. Leave it out.',
    es: 'Esta fila es un total de otras y volvería a contarlas. Quítela.',
    pt: 'Esta linha é um total de outras e as contaria de novo. Retire-a.',
    fr: 'Cette ligne est un total d’autres lignes et les compterait à nouveau. Retirez-la.',
  }),
} as const;

/** What a text refers to. */
const narrativeWords = {
  'NARRATIVE.NOT_A_REFERENCE': message({
    en: 'What stands in brackets refers to no figure. Write an indicator, as [officials-trained] or [officials-trained target]; a bracket of the text itself is written \\[.',
    es: 'Lo que figura entre corchetes no remite a ninguna cifra. Escriba un indicador, como [officials-trained] u [officials-trained target]; un corchete del propio texto se escribe \\[.',
    pt: 'O que está entre colchetes não remete a nenhum número. Escreva um indicador, como [officials-trained] ou [officials-trained target]; um colchete do próprio texto escreve-se \\[.',
    fr: 'Ce qui est entre crochets ne renvoie à aucun chiffre. Écrivez un indicateur, comme [officials-trained] ou [officials-trained target] ; un crochet du texte même s’écrit \\[.',
  }),
  'NARRATIVE.UNKNOWN_INDICATOR': message({
    en: 'The text refers to an indicator that does not exist. Correct the code in the brackets, or add the indicator first; a bracket of the text itself is written \\[.',
    es: 'El texto remite a un indicador que no existe. Corrija el código entre corchetes o agregue primero el indicador; un corchete del propio texto se escribe \\[.',
    pt: 'O texto remete a um indicador que não existe. Corrija o código entre colchetes ou acrescente primeiro o indicador; um colchete do próprio texto escreve-se \\[.',
    fr: 'Le texte renvoie à un indicateur qui n’existe pas. Corrigez le code entre crochets, ou ajoutez d’abord l’indicateur ; un crochet du texte même s’écrit \\[.',
  }),
} as const;

/** What a row of money or of exchange rates says. */
const moneyWords = {
  'MONEY.BAD_RATE': cellErrorWords['CELL.NOT_A_RATE'],
  'MONEY.NOT_A_NUMBER': message({
    en: 'This is not an amount. Write digits with a point for decimals, and a minus before a correction: -1234.50',
    es: 'Esto no es un monto. Escriba dígitos con coma decimal, y un signo menos delante de una corrección: -1234,50',
    pt: 'Isto não é um montante. Escreva dígitos com vírgula decimal, e um sinal de menos antes de uma correção: -1234,50',
    fr: 'Ce n’est pas un montant. Écrivez des chiffres avec une virgule décimale, et un signe moins devant une correction : -1234,50',
  }),
  'MONEY.TOO_LARGE': message({
    en: 'This is more than anybody gives at once, or than can be counted exactly. Check for digits that ran together.',
    es: 'Es más de lo que nadie da de una vez, o de lo que se puede contar con exactitud. Compruebe que no sobren dígitos.',
    pt: 'É mais do que alguém dá de uma vez, ou do que se pode contar com exatidão. Verifique se não sobram dígitos.',
    fr: 'C’est plus qu’on ne donne en une fois, ou qu’on ne peut compter exactement. Vérifiez qu’il n’y a pas de chiffres en trop.',
  }),
  'MONEY.TOO_MANY_DECIMALS': message({
    en: 'The currency has not so many decimals. Write fewer.',
    es: 'La moneda no tiene tantos decimales. Escriba menos.',
    pt: 'A moeda não tem tantas casas decimais. Escreva menos.',
    fr: 'La monnaie n’a pas autant de décimales. Écrivez-en moins.',
  }),
  'MONEY.UNKNOWN_CURRENCY': cellErrorWords['CELL.UNKNOWN_CURRENCY'],
  'RATE.FAR_OFF': message({
    en: 'This is far from what the currency has been worth. Correct it: what one unit is in the currency of the reports; or confirm that it is right.',
    es: 'Está lejos de lo que ha valido la moneda. Corríjalo: cuánto vale una unidad en la moneda de los informes; o confirme que es correcto.',
    pt: 'Está longe do que a moeda tem valido. Corrija: quanto vale uma unidade na moeda dos relatórios; ou confirme que está certo.',
    fr: 'C’est loin de ce que la monnaie a valu. Corrigez : ce que vaut une unité dans la monnaie des rapports ; ou confirmez que c’est juste.',
  }),
  'RATE.INVERSE': message({
    en: 'This looks like the rate the other way round. Write what one unit of the currency is in the currency of the reports, or confirm that it is right.',
    es: 'Parece el tipo de cambio a la inversa. Escriba cuánto vale una unidad de la moneda en la moneda de los informes o confirme que es correcto.',
    pt: 'Parece a taxa de câmbio ao contrário. Escreva quanto vale uma unidade da moeda na moeda dos relatórios ou confirme que está certo.',
    fr: 'Cela ressemble au taux inverse. Écrivez ce que vaut une unité de la monnaie dans la monnaie des rapports, ou confirmez que c’est juste.',
  }),
  'RATE.REPORTING_CURRENCY': message({
    en: 'This is the currency of the reports itself, which needs no rate. Choose another.',
    es: 'Es la propia moneda de los informes, que no necesita tipo de cambio. Elija otra.',
    pt: 'É a própria moeda dos relatórios, que não precisa de taxa de câmbio. Escolha outra.',
    fr: 'C’est la monnaie même des rapports, qui n’a pas besoin de taux. Choisissez-en une autre.',
  }),
  'TRANSACTION.NOT_YET': message({
    en: 'This day has not come, so nothing has been paid then. Correct the date, or choose a pledge or a commitment.',
    es: 'Ese día no ha llegado, así que aún no se ha pagado nada. Corrija la fecha o elija una promesa o un compromiso.',
    pt: 'Esse dia não chegou, portanto ainda nada foi pago. Corrija a data ou escolha uma promessa ou um compromisso.',
    fr: 'Ce jour n’est pas venu : rien n’a donc été payé. Corrigez la date, ou choisissez une annonce de contribution ou un engagement.',
  }),
  'TRANSACTION.UNKNOWN_ORGANISATION': message({
    en: 'There is no such organisation. Correct its name, or add the organisation first.',
    es: 'Esa organización no existe. Corrija su nombre o agregue primero la organización.',
    pt: 'Essa organização não existe. Corrija seu nome ou acrescente primeiro a organização.',
    fr: 'Cette organisation n’existe pas. Corrigez son nom, ou ajoutez d’abord l’organisation.',
  }),
  'TRANSACTION.ZERO': message({
    en: 'The amount is zero. Correct it, or leave the row out.',
    es: 'El monto es cero. Corríjalo o quite la fila.',
    pt: 'O montante é zero. Corrija-o ou retire a linha.',
    fr: 'Le montant est nul. Corrigez-le, ou retirez la ligne.',
  }),
} as const;

/** What a row of programmes, of what they refer to, or of readers says. */
const programWords = {
  'IDENTIFIER.TAKEN': message({
    en: 'This is the identifier of another one. Correct it, or empty it there first.',
    es: 'Este identificador ya es de otro registro. Corríjalo o vacíelo primero allí.',
    pt: 'Este identificador já é de outro registro. Corrija-o ou esvazie-o primeiro lá.',
    fr: 'Cet identifiant est déjà celui d’une autre fiche. Corrigez-le, ou videz-le d’abord là-bas.',
  }),
  'ORGANISATION.CONTRADICTION': message({
    en: 'The organisation itself says otherwise. Correct this, or correct the organisation.',
    es: 'La propia organización dice otra cosa. Corrija esto o corrija la organización.',
    pt: 'A própria organização diz outra coisa. Corrija isto ou corrija a organização.',
    fr: 'L’organisation elle-même dit autre chose. Corrigez ceci, ou corrigez l’organisation.',
  }),
  'ORGANISATION.NO_KIND': message({
    en: 'There is no such organisation yet. Correct its name, or write what kind the new one is: government, multilateral, university …',
    es: 'Esa organización aún no existe. Corrija su nombre o escriba de qué tipo es la nueva: government (gobierno), multilateral, university (universidad)…',
    pt: 'Essa organização ainda não existe. Corrija seu nome ou escreva de que tipo é a nova: government (governo), multilateral, university (universidade)…',
    fr: 'Cette organisation n’existe pas encore. Corrigez son nom, ou écrivez de quel type est la nouvelle : government (gouvernement), multilateral, university (université)…',
  }),
  'PLACE.CODE_NOT_OF_NAME': message({
    en: 'The code of a region is region: and its name in lower case, with hyphens. Correct the code, or the name.',
    es: 'El código de una región es region: y su nombre en minúsculas, con guiones. Corrija el código o el nombre.',
    pt: 'O código de uma região é region: e seu nome em minúsculas, com hifens. Corrija o código ou o nome.',
    fr: 'Le code d’une région est region: suivi de son nom en minuscules, avec des traits d’union. Corrigez le code, ou le nom.',
  }),
  'PLACE.DATES_REVERSED': datesReversed,
  'PLACE.MEMBERSHIPS_OVERLAP': message({
    en: 'A membership begins before the one before it ends. Correct the days.',
    es: 'Una membresía comienza antes de que termine la anterior. Corrija los días.',
    pt: 'Uma filiação começa antes de terminar a anterior. Corrija os dias.',
    fr: 'Une adhésion commence avant la fin de la précédente. Corrigez les jours.',
  }),
  'PLACE.NOT_A_COUNTRY': message({
    en: 'A region is not a member. Leave the field empty.',
    es: 'Una región no es miembro. Deje el campo vacío.',
    pt: 'Uma região não é membro. Deixe o campo vazio.',
    fr: 'Une région n’est pas membre. Laissez le champ vide.',
  }),
  'PLACE.NOT_A_REGION': message({
    en: 'A country holds no countries. Leave the field empty.',
    es: 'Un país no abarca países. Deje el campo vacío.',
    pt: 'Um país não abrange países. Deixe o campo vazio.',
    fr: 'Un pays ne comprend pas de pays. Laissez le champ vide.',
  }),
  'PLACE.NO_BEGINNING': message({
    en: 'A membership that ends has begun. Write its first day.',
    es: 'Una membresía que termina tuvo un comienzo. Escriba su primer día.',
    pt: 'Uma filiação que termina teve um começo. Escreva seu primeiro dia.',
    fr: 'Une adhésion qui prend fin a eu un début. Écrivez son premier jour.',
  }),
  'PLACE.NO_NAME': message({
    en: 'A region needs a name. Write it.',
    es: 'Una región necesita un nombre. Escríbalo.',
    pt: 'Uma região precisa de um nome. Escreva-o.',
    fr: 'Une région demande un nom. Écrivez-le.',
  }),
  'PLACE.UNKNOWN_COUNTRY': message({
    en: 'There is no such country. Write its two capital letters, as in CR.',
    es: 'Ese país no existe. Escriba sus dos letras mayúsculas, como CR.',
    pt: 'Esse país não existe. Escreva suas duas letras maiúsculas, como CR.',
    fr: 'Ce pays n’existe pas. Écrivez ses deux lettres majuscules, comme CR.',
  }),
  'PROGRAM.DATES_REVERSED': datesReversed,
  'PROGRAM.INSIDE_ITSELF': message({
    en: 'The programme would stand above itself. Correct the programme above one of them, or leave it empty.',
    es: 'El programa estaría por encima de sí mismo. Corrija el programa superior de uno de ellos o déjelo vacío.',
    pt: 'O programa estaria acima de si mesmo. Corrija o programa superior de um deles ou deixe vazio.',
    fr: 'Le programme serait placé au-dessus de lui-même. Corrigez le programme supérieur de l’un d’eux, ou laissez-le vide.',
  }),
  'PROGRAM.UNKNOWN': unknownProgram,
  'PROGRAM.UNKNOWN_PARENT': unknownProgram,
  'PROGRAM.UNKNOWN_PILLAR': message({
    en: 'There is no such pillar. Choose one of the list.',
    es: 'Ese pilar no existe. Elija uno de la lista.',
    pt: 'Esse pilar não existe. Escolha um da lista.',
    fr: 'Ce pilier n’existe pas. Choisissez-en un dans la liste.',
  }),
  'SHARES.NOT_100': message({
    en: 'The shares do not sum to 100. Correct them, or leave all of them empty.',
    es: 'Los porcentajes no suman 100. Corríjalos o déjelos todos vacíos.',
    pt: 'Os percentuais não somam 100. Corrija-os ou deixe todos vazios.',
    fr: 'Les quotes-parts ne font pas 100. Corrigez-les, ou laissez-les toutes vides.',
  }),
  'SHARES.NOT_ALL_GIVEN': message({
    en: 'Some have a share and others none. Give each its share, 100 in all, or leave all of them empty.',
    es: 'Unos tienen porcentaje y otros no. Dé a cada uno el suyo, 100 en total, o déjelos todos vacíos.',
    pt: 'Uns têm percentual e outros não. Dê a cada um o seu, 100 no total, ou deixe todos vazios.',
    fr: 'Les uns ont une quote-part et les autres non. Donnez à chacun la sienne, 100 en tout, ou laissez-les toutes vides.',
  }),
  'GROUP.ADDRESS': message({
    en: 'A group has no address of its own. Leave this empty, or choose one address.',
    es: 'Un grupo no tiene dirección propia. Déjelo vacío o elija una dirección.',
    pt: 'Um grupo não tem endereço próprio. Deixe vazio ou escolha um endereço.',
    fr: 'Un groupe n’a pas d’adresse à lui. Laissez vide, ou choisissez une adresse.',
  }),
  'GROUP.ALREADY': message({
    en: 'A group sends them the same as often already. Open it in the list, and change it or let it go on.',
    es: 'Ya hay un grupo que les envía lo mismo con esa frecuencia. Ábralo en la lista y cámbielo o reanúdelo.',
    pt: 'Já há um grupo que lhes envia o mesmo com essa frequência. Abra-o na lista e altere-o ou retome-o.',
    fr: 'Un groupe leur envoie déjà la même chose à cette fréquence. Ouvrez-le dans la liste, et modifiez-le ou reprenez-le.',
  }),
  'GROUP.DONOR_MISSING': message({
    en: 'It is not said of which donor everybody gets it. Name the donor.',
    es: 'No se dice de qué donante lo reciben todos. Indique el donante.',
    pt: 'Não está dito de qual doador todos o recebem. Indique o doador.',
    fr: 'Il n’est pas dit de quel donateur tout le monde le reçoit. Indiquez le donateur.',
  }),
  'GROUP.NOT_FOR_DONORS': message({
    en: 'A donor may not have this report. Choose the donor funding summary, or somebody else to send it to.',
    es: 'Un donante no puede tener este informe. Elija el resumen del financiamiento por donante, o a otras personas.',
    pt: 'Um doador não pode ter este relatório. Escolha o resumo do financiamento por doador, ou outras pessoas.',
    fr: 'Un donateur ne peut pas avoir ce rapport. Choisissez le récapitulatif des financements par donateur, ou d’autres personnes.',
  }),
  'GROUP.NOT_SHARED': message({
    en: 'This report is its maker’s alone. Have it shared, or choose another.',
    es: 'Este informe es solo de quien lo preparó. Pida que se comparta o elija otro.',
    pt: 'Este relatório é só de quem o montou. Peça que seja compartilhado ou escolha outro.',
    fr: 'Ce rapport est réservé à qui l’a composé. Faites-le partager, ou choisissez-en un autre.',
  }),
  'GROUP.OWN_DONOR': message({
    en: 'Each donor gets what is about its own organisations. Leave this empty, or choose everybody of one donor.',
    es: 'Cada donante recibe lo que trata de sus propias organizaciones. Déjelo vacío o elija a todos los de un donante.',
    pt: 'Cada doador recebe o que trata de suas próprias organizações. Deixe vazio ou escolha todos de um doador.',
    fr: 'Chaque donateur reçoit ce qui porte sur ses propres organisations. Laissez vide, ou choisissez toutes les personnes d’un donateur.',
  }),
  'SUBSCRIPTION.DOMAIN': message({
    en: 'Reports are not sent to this domain. Correct the address, or have the domain added in the settings.',
    es: 'No se envían informes a este dominio. Corrija la dirección, o pida que se agregue el dominio en la configuración.',
    pt: 'Não se enviam relatórios a este domínio. Corrija o endereço, ou peça que o domínio seja incluído nas configurações.',
    fr: 'Aucun rapport n’est envoyé à ce domaine. Corrigez l’adresse, ou faites ajouter le domaine dans les paramètres.',
  }),
  'SUBSCRIPTION.HALF_A_TIME': message({
    en: 'A time of its own has a day, an hour and a zone. Fill in all three, or none: then it is sent as the organisation sends.',
    es: 'Un momento propio tiene un día, una hora y un huso. Complete los tres o ninguno: entonces se envía como lo hace la organización.',
    pt: 'Um momento próprio tem um dia, uma hora e um fuso. Preencha os três ou nenhum: então é enviado como a organização envia.',
    fr: 'Un moment propre a un jour, une heure et un fuseau. Remplissez les trois, ou aucun : l’envoi suit alors celui de l’organisation.',
  }),
  'SUBSCRIPTION.SCOPE_MISSING': message({
    en: 'This report is about one of these. Name it.',
    es: 'Este informe trata de uno solo. Indíquelo.',
    pt: 'Este relatório trata de um só. Indique-o.',
    fr: 'Ce rapport porte sur un seul. Indiquez-le.',
  }),
  'SUBSCRIPTION.SCOPE_NOT_TAKEN': message({
    en: 'This report cannot be narrowed to one of these. Leave it empty.',
    es: 'Este informe no se puede limitar a uno solo. Déjelo vacío.',
    pt: 'Este relatório não pode ser limitado a um só. Deixe vazio.',
    fr: 'Ce rapport ne peut pas être limité à un seul. Laissez vide.',
  }),
  'SUBSCRIPTION.UNKNOWN_COUNTRY': message({
    en: 'There is no such country or region here. Correct it, or leave it empty for a report on all of them.',
    es: 'Ese país o esa región no existe aquí. Corríjalo o déjelo vacío para un informe sobre todos.',
    pt: 'Esse país ou essa região não existe aqui. Corrija ou deixe vazio para um relatório sobre todos.',
    fr: 'Ce pays ou cette région n’existe pas ici. Corrigez, ou laissez vide pour un rapport sur l’ensemble.',
  }),
  'SUBSCRIPTION.UNKNOWN_DONOR': message({
    en: 'There is no such donor here. Correct it, or leave it empty for a report on all of them.',
    es: 'Ese donante no existe aquí. Corríjalo o déjelo vacío para un informe sobre todos.',
    pt: 'Esse doador não existe aqui. Corrija ou deixe vazio para um relatório sobre todos.',
    fr: 'Ce donateur n’existe pas ici. Corrigez, ou laissez vide pour un rapport sur l’ensemble.',
  }),
  'SUBSCRIPTION.UNKNOWN_PILLAR': message({
    en: 'There is no such pillar here. Correct it, or leave it empty for a report on all of them.',
    es: 'Ese pilar no existe aquí. Corríjalo o déjelo vacío para un informe sobre todos.',
    pt: 'Esse pilar não existe aqui. Corrija ou deixe vazio para um relatório sobre todos.',
    fr: 'Ce pilier n’existe pas ici. Corrigez, ou laissez vide pour un rapport sur l’ensemble.',
  }),
  'SUBSCRIPTION.UNKNOWN_REPORT': message({
    en: 'There is no such report. Name one that the page of reports of your own lists.',
    es: 'Ese informe no existe. Indique uno que figure en la página de informes propios.',
    pt: 'Esse relatório não existe. Indique um que conste da página de relatórios próprios.',
    fr: 'Ce rapport n’existe pas. Nommez-en un qui figure sur la page de vos propres rapports.',
  }),
} as const;

/** Why a row, or a file, is not taken, by the code of its error: for a person who sees beside it what was typed. */
export const rowErrorWords: Readonly<Record<string, Message>> = {
  ...fileErrorWords,
  ...cellErrorWords,
  ...rowWords,
  ...resultErrorWords,
  'RESULT.DATES_REVERSED': datesReversed,
  ...narrativeWords,
  ...moneyWords,
  ...programWords,
};
