import { message } from '../message.ts';

/** The rules of docs/counting.md as a manager reads them: a heading, and what follows from it. */
export const countingRules = [
  {
    id: 'approved',
    heading: message({
      en: 'Approved figures only',
      es: 'Solo cifras aprobadas',
      pt: 'Somente números aprovados',
      fr: 'Uniquement des chiffres approuvés',
    }),
    text: message({
      en: 'A figure counts once somebody entitled to do so has approved it. Drafts, and figures returned for correction, appear nowhere but in the list of the officer who entered them. Every total names its cut-off date, so that you know what could have been in it.',
      es: 'Una cifra cuenta cuando una persona facultada para ello la ha aprobado. Los borradores y las cifras devueltas para su corrección no aparecen más que en la lista del oficial que las ingresó. Todo total indica su fecha de corte, para que se sepa qué pudo haber entrado en él.',
      pt: 'Um número conta depois que alguém habilitado o aprova. Rascunhos e números devolvidos para correção não aparecem em lugar nenhum além da lista do oficial que os inseriu. Todo total indica sua data de corte, para que se saiba o que poderia ter entrado nele.',
      fr: 'Un chiffre compte dès lors qu’une personne habilitée l’a approuvé. Les brouillons et les chiffres renvoyés pour correction ne figurent que dans la liste du chargé de programme qui les a saisis. Chaque total indique sa date d’arrêté : on sait ainsi ce qui pouvait s’y trouver.',
    }),
  },
  {
    id: 'targets',
    heading: message({
      en: 'A target is not a result',
      es: 'Una meta no es un resultado',
      pt: 'Uma meta não é um resultado',
      fr: 'Une cible n’est pas un résultat',
    }),
    text: message({
      en: 'What a programme hopes for and what it has achieved are kept apart from the first entry to the last page. Progress is a pair: beside a target stands the result of the target’s own period. Where no result has been reported, progress reads “not reported”: that is not zero.',
      es: 'Lo que un programa espera y lo que ha logrado se mantienen separados desde el primer registro hasta la última página. El avance es un par: junto a una meta está el resultado del período de esa meta. Si no se ha notificado ningún resultado, el avance dice «no notificado», que no es cero.',
      pt: 'O que um programa espera e o que ele alcançou ficam separados do primeiro registro à última página. O progresso é um par: ao lado de uma meta está o resultado do período dessa meta. Quando nenhum resultado foi informado, lê-se “não informado”, que não é zero.',
      fr: 'Ce qu’un programme espère et ce qu’il a accompli restent séparés de la première saisie à la dernière page. L’avancement est une paire : à côté d’une cible figure le résultat de la période de cette cible. Si aucun résultat n’a été communiqué, on lit « non communiqué », ce qui n’est pas zéro.',
    }),
  },
  {
    id: 'combining',
    heading: message({
      en: 'Some figures add up, others do not',
      es: 'Unas cifras se suman y otras no',
      pt: 'Alguns números se somam, outros não',
      fr: 'Certains chiffres s’additionnent, d’autres non',
    }),
    text: message({
      en: 'Each indicator says how its figures combine. Over time they may add up, as people trained month after month do; or the latest may replace those before it, as in a running total; or they may not combine at all. A ratio such as “9 of 12 programmes” stays two numbers, and a percentage, an index or an average that comes without its two numbers is never added to another, nor averaged. Where a sum would mislead, you read “not additive” in its place.',
      es: 'Cada indicador dice cómo se combinan sus cifras. En el tiempo pueden sumarse, como las personas capacitadas mes tras mes; o la última puede reemplazar a las anteriores, como en un acumulado; o no combinarse en absoluto. Una razón como «9 de 12 programas» se conserva como dos números, y un porcentaje, un índice o un promedio que llega sin sus dos números nunca se suma a otro ni se promedia. Donde una suma induciría a error, se lee «no aditivo» en su lugar.',
      pt: 'Cada indicador diz como seus números se combinam. No tempo, podem somar-se, como as pessoas capacitadas mês após mês; ou o último pode substituir os anteriores, como em um acumulado; ou podem não se combinar. Uma razão como “9 de 12 programas” continua sendo dois números, e um percentual, um índice ou uma média que vem sem seus dois números nunca se soma a outro, nem entra em uma média. Onde uma soma enganaria, lê-se “não aditivo” em seu lugar.',
      fr: 'Chaque indicateur dit comment ses chiffres se combinent. Dans le temps, ils peuvent s’additionner, comme les personnes formées mois après mois ; le dernier peut remplacer les précédents, comme dans un cumul ; ou ils ne se combinent pas. Un rapport tel que « 9 programmes sur 12 » reste deux nombres, et un pourcentage, un indice ou une moyenne qui vient sans ses deux nombres n’est jamais additionné à un autre, ni pris dans une moyenne. Là où une somme tromperait, on lit « non additif » à sa place.',
    }),
  },
  {
    id: 'qualifiers',
    heading: message({
      en: 'About 80 stays about 80',
      es: 'Aproximadamente 80 sigue siendo aproximadamente 80',
      pt: 'Aproximadamente 80 continua sendo aproximadamente 80',
      fr: 'Environ 80 reste environ 80',
    }),
    text: message({
      en: 'A figure may be exact, approximate, a minimum, a maximum or a range, and it is printed as it was reported. A total that contains an inexact figure says how much of it is: “164, of which 80 approximate”.',
      es: 'Una cifra puede ser exacta, aproximada, un mínimo, un máximo o un intervalo, y se publica tal como se notificó. Un total que contiene una cifra inexacta dice en qué medida: «164, incluidos 80 en cifras aproximadas».',
      pt: 'Um número pode ser exato, aproximado, um mínimo, um máximo ou um intervalo, e é publicado como foi informado. Um total que contém um número inexato diz em que medida: “164, sendo 80 em números aproximados”.',
      fr: 'Un chiffre peut être exact, approximatif, un minimum, un maximum ou une fourchette, et il est publié tel qu’il a été communiqué. Un total qui contient un chiffre inexact dit dans quelle mesure : « 164, dont 80 en chiffres approximatifs ».',
    }),
  },
  {
    id: 'missing',
    heading: message({
      en: 'Missing is not zero, and zero is not missing',
      es: 'Un dato faltante no es cero, y cero no es un dato faltante',
      pt: 'Um dado ausente não é zero, e zero não é um dado ausente',
      fr: 'Une donnée manquante n’est pas zéro, et zéro n’est pas une donnée manquante',
    }),
    text: message({
      en: 'A reported zero is printed as 0. Where nothing was reported, we say so. Where there is no earlier value to compare with, the change reads “n/a”, or the words say that there is no figure; it is never 100%. A change from fewer than 30 is given without a percentage.',
      es: 'Un cero notificado se publica como 0. Donde no se notificó nada, se dice. Donde no hay un valor anterior con el cual comparar, la variación dice «n/d», o se indica que no hay cifra; nunca es 100%. Una variación desde menos de 30 se da sin porcentaje.',
      pt: 'Um zero informado é publicado como 0. Onde nada foi informado, isso é dito. Onde não há valor anterior para comparar, a variação é “n/d”, ou se informa que não há número; nunca é 100%. Uma variação a partir de menos de 30 é dada sem percentual.',
      fr: 'Un zéro communiqué est publié comme 0. Là où rien n’a été communiqué, nous le disons. Là où il n’y a pas de valeur antérieure à comparer, la variation est « n.d. », ou il est indiqué qu’il n’y a aucun chiffre ; elle n’est jamais de 100 %. Une variation à partir de moins de 30 est donnée sans pourcentage.',
    }),
  },
  {
    id: 'breakdowns',
    heading: message({
      en: 'What a breakdown leaves open stays visible',
      es: 'Lo que un desglose deja sin decir queda a la vista',
      pt: 'O que uma desagregação não diz continua visível',
      fr: 'Ce qu’une ventilation ne dit pas reste visible',
    }),
    text: message({
      en: 'A result may be broken down by sex, mode, role or size. The parts must add up to the result, or the row is refused. What the source does not say is shown as “not recorded”, never shared out among the parts that are known. Two breakdowns are two views of the same people, and are never added to each other.',
      es: 'Un resultado puede desglosarse por sexo, modalidad, función o tamaño. Las partes deben sumar el resultado; de lo contrario, la fila se rechaza. Lo que la fuente no dice se muestra como «sin registrar» y nunca se reparte entre las partes conocidas. Dos desgloses son dos vistas de las mismas personas y nunca se suman entre sí.',
      pt: 'Um resultado pode ser desagregado por sexo, modalidade, função ou porte. As partes devem somar o resultado; do contrário, a linha é recusada. O que a fonte não diz aparece como “não registrado” e nunca é repartido entre as partes conhecidas. Duas desagregações são duas visões das mesmas pessoas e nunca são somadas entre si.',
      fr: 'Un résultat peut être ventilé par sexe, modalité, fonction ou taille. La somme des parties doit donner le résultat, sans quoi la ligne est refusée. Ce que la source ne dit pas apparaît comme « non renseigné » et n’est jamais réparti entre les parties connues. Deux ventilations sont deux vues des mêmes personnes et ne s’additionnent jamais.',
    }),
  },
  {
    id: 'money',
    heading: message({
      en: 'Four kinds of money, never added together',
      es: 'Cuatro clases de dinero que nunca se suman',
      pt: 'Quatro tipos de recursos que nunca se somam',
      fr: 'Quatre sortes d’argent, jamais additionnées',
    }),
    text: message({
      en: 'A pledge, a commitment, a disbursement and an expenditure are different things, and no total mixes them. Amounts are kept to the cent in their own currency and converted at the latest rate on or before their value date that is at most 366 days older; the rate, its date and its source are kept with them, and a rate that comes late or is corrected converts them anew. Where there is no such rate, the amount is listed as not converted, and not as zero. A mistake is put right by a row of its own, never by erasing one.',
      es: 'Una promesa, un compromiso, un desembolso y un gasto son cosas distintas, y ningún total las mezcla. Los montos se guardan al centavo en su propia moneda y se convierten al último tipo de cambio vigente en su fecha de valor o antes de ella, con 366 días de antigüedad como máximo; se conservan el tipo, su fecha y su fuente, y un tipo que llega tarde o se corrige los convierte de nuevo. Si no existe tal tipo de cambio, el monto figura como sin convertir, y no como cero. Un error se corrige con una fila propia; nunca se borra otra.',
      pt: 'Uma promessa, um compromisso, um desembolso e uma despesa são coisas diferentes, e nenhum total as mistura. Os montantes são guardados até o centavo em sua própria moeda e convertidos pela última taxa disponível na data-valor ou antes dela, no máximo 366 dias mais antiga; a taxa, sua data e sua fonte são conservadas, e uma taxa que chega tarde ou é corrigida os converte de novo. Se não há tal taxa, o montante aparece como não convertido, e não como zero. Um erro se corrige com uma linha própria; nunca apagando outra.',
      fr: 'Une annonce de contribution, un engagement, un décaissement et une dépense sont des choses différentes, et aucun total ne les mélange. Les montants sont conservés au centime près dans leur propre monnaie et convertis au dernier taux connu à leur date de valeur ou avant, vieux de 366 jours au plus ; le taux, sa date et sa source sont conservés, et un taux qui arrive en retard ou est corrigé les convertit à nouveau. Faute d’un tel taux, le montant est indiqué comme non converti, et non comme zéro. Une erreur se corrige par une ligne à part, jamais en effaçant une autre.',
    }),
  },
  {
    id: 'shares',
    heading: message({
      en: 'Regional money and results stay with their region',
      es: 'Lo regional se queda en su región',
      pt: 'O que é regional fica em sua região',
      fr: 'Ce qui est régional reste à sa région',
    }),
    text: message({
      en: 'A payment that names its place counts there. Otherwise it is spread over the programme’s countries and pillars by shares that make exactly 100%, and the parts add up to the payment to the last cent. Several places without shares leave it “not split”. A region is a place of its own: what was given to it, or achieved in it, is not handed out to its countries.',
      es: 'Un pago que indica su lugar cuenta allí. De lo contrario se reparte entre los países y pilares del programa según porcentajes que suman exactamente 100%, y las partes suman el pago hasta el último centavo. Varios lugares sin porcentajes lo dejan «sin repartir». Una región es un lugar en sí misma: lo que se le dio, o lo que en ella se logró, no se distribuye entre sus países.',
      pt: 'Um pagamento que indica seu lugar conta ali. Caso contrário, é repartido entre os países e pilares do programa por percentuais que somam exatamente 100%, e as partes somam o pagamento até o último centavo. Vários lugares sem percentuais o deixam “não repartido”. Uma região é um lugar em si: o que lhe foi dado, ou o que nela foi alcançado, não é distribuído entre seus países.',
      fr: 'Un paiement qui indique son lieu compte à ce lieu. Sinon, il est réparti entre les pays et les piliers du programme selon des quotes-parts qui font exactement 100 %, et la somme des parts donne le paiement au centime près. Plusieurs lieux sans quotes-parts le laissent « non réparti ». Une région est un lieu à part entière : ce qu’elle a reçu, ou ce qui s’y est fait, n’est pas distribué à ses pays.',
    }),
  },
  {
    id: 'once',
    heading: message({
      en: 'One result counts once',
      es: 'Un resultado cuenta una sola vez',
      pt: 'Um resultado conta uma só vez',
      fr: 'Un résultat compte une seule fois',
    }),
    text: message({
      en: 'A programme may run in eight countries and have three donors; its results still count once in the grand total. By country they count where they took place. By donor they are “contributed to”: every donor sees what its programmes achieved, and these figures are not summed, because several donors may stand behind the same result.',
      es: 'Un programa puede ejecutarse en ocho países y tener tres donantes; aun así, sus resultados cuentan una sola vez en el total general. Por país cuentan donde tuvieron lugar. Por donante se dice «contribuyó a»: cada donante ve lo que lograron sus programas, y esas cifras no se suman, porque un mismo resultado puede tener varios donantes.',
      pt: 'Um programa pode ser executado em oito países e ter três doadores; ainda assim, seus resultados contam uma só vez no total geral. Por país, contam onde ocorreram. Por doador, diz-se “contribuiu para”: cada doador vê o que seus programas alcançaram, e esses números não são somados, pois um mesmo resultado pode ter vários doadores.',
      fr: 'Un programme peut être mené dans huit pays et avoir trois donateurs ; ses résultats ne comptent qu’une fois dans le total général. Par pays, ils comptent là où ils ont eu lieu. Par donateur, on dit « a contribué à » : chaque donateur voit ce que ses programmes ont accompli, et ces chiffres ne sont pas additionnés, car plusieurs donateurs peuvent soutenir un même résultat.',
    }),
  },
  {
    id: 'agreement',
    heading: message({
      en: 'All views agree',
      es: 'Todas las vistas coinciden',
      pt: 'Todas as visões coincidem',
      fr: 'Toutes les vues concordent',
    }),
    text: message({
      en: 'By pillar and by country are two views of the same rows, and whatever you filter, both come to the same total, to the last unit; for money, so does the view by donor. A check proves it before a report is sent. If it fails, the report is not sent, and the row at fault is named.',
      es: 'Por pilar y por país son dos vistas de las mismas filas y, sea cual sea el filtro, ambas dan el mismo total, hasta la última unidad; en el caso del dinero, también la vista por donante. Una verificación lo demuestra antes de enviar un informe. Si no se cumple, el informe no se envía y se indica la fila que falla.',
      pt: 'Por pilar e por país são duas visões das mesmas linhas e, qualquer que seja o filtro, ambas dão o mesmo total, até a última unidade; no caso dos recursos, também a visão por doador. Uma verificação o demonstra antes do envio de um relatório. Se ela falha, o relatório não é enviado e a linha com problema é indicada.',
      fr: 'Par pilier et par pays sont deux vues des mêmes lignes et, quel que soit le filtre, elles donnent le même total, à l’unité près ; pour l’argent, la vue par donateur aussi. Un contrôle le démontre avant l’envoi d’un rapport. S’il échoue, le rapport n’est pas envoyé et la ligne en cause est nommée.',
    }),
  },
  {
    id: 'time',
    heading: message({
      en: 'A result counts when its period ends',
      es: 'Un resultado cuenta cuando termina su período',
      pt: 'Um resultado conta quando termina seu período',
      fr: 'Un résultat compte à la fin de sa période',
    }),
    text: message({
      en: 'A result belongs to the month, quarter or year in which its own period ends. A figure dated by year only ends with that year, unless its source says otherwise. Undated figures count to date, in a row of their own, and in no month, quarter or year.',
      es: 'Un resultado pertenece al mes, trimestre o año en que termina su propio período. Una cifra fechada solo por año termina con ese año, a menos que su fuente indique otra cosa. Las cifras sin fecha cuentan hasta la fecha, en una fila propia, y en ningún mes, trimestre ni año.',
      pt: 'Um resultado pertence ao mês, trimestre ou ano em que termina seu próprio período. Um número datado apenas por ano termina com esse ano, a menos que sua fonte diga outra coisa. Números sem data contam até o momento, em uma linha própria, e em nenhum mês, trimestre ou ano.',
      fr: 'Un résultat appartient au mois, au trimestre ou à l’année où s’achève sa propre période. Un chiffre daté à l’année seulement s’achève avec cette année, sauf indication contraire de sa source. Les chiffres sans date comptent à ce jour, sur une ligne à part, et dans aucun mois, trimestre ni année.',
    }),
  },
  {
    id: 'people',
    heading: message({
      en: 'People, or places taken',
      es: 'Personas o asistencias',
      pt: 'Pessoas ou participações',
      fr: 'Personnes ou participations',
    }),
    text: message({
      en: 'An indicator of people says whether it counts persons or attendances. A total over several activities may meet the same person twice: somebody trained as a trainer in March can sit in a workshop in May. The note beneath such a total says so.',
      es: 'Un indicador de personas dice si cuenta personas o asistencias. Un total de varias actividades puede encontrar dos veces a la misma persona: quien se formó como instructor en marzo puede asistir a un taller en mayo. La nota al pie de ese total lo advierte.',
      pt: 'Um indicador de pessoas diz se conta pessoas ou participações. Um total de várias atividades pode encontrar duas vezes a mesma pessoa: quem foi capacitado como instrutor em março pode participar de uma oficina em maio. A nota abaixo desse total avisa.',
      fr: 'Un indicateur de personnes dit s’il compte des personnes ou des participations. Un total portant sur plusieurs activités peut rencontrer deux fois la même personne : quelqu’un formé comme formateur en mars peut suivre un atelier en mai. La note au bas d’un tel total le signale.',
    }),
  },
  {
    id: 'history',
    heading: message({
      en: 'A figure has a history',
      es: 'Una cifra tiene una historia',
      pt: 'Um número tem uma história',
      fr: 'Un chiffre a une histoire',
    }),
    text: message({
      en: 'A figure stays one figure from its first entry to its last correction. What it said before, who changed it, when and why can be read, and any total can be asked as it was known at a past moment. A figure can be withdrawn, with a reason; it is never deleted. A correction makes a second figure only if a person said that it is another one.',
      es: 'Una cifra sigue siendo una sola desde su primer registro hasta su última corrección. Se puede leer qué decía antes, quién la cambió, cuándo y por qué, y todo total puede consultarse tal como se conocía en un momento pasado. Una cifra puede retirarse, con un motivo; nunca se borra. Una corrección solo crea una segunda cifra si una persona dijo que es otra.',
      pt: 'Um número continua sendo um só, do primeiro registro à última correção. É possível ler o que dizia antes, quem o alterou, quando e por quê, e todo total pode ser consultado como era conhecido em um momento passado. Um número pode ser retirado, com um motivo; nunca é apagado. Uma correção só cria um segundo número se uma pessoa disse que se trata de outro.',
      fr: 'Un chiffre reste un seul et même chiffre, de sa première saisie à sa dernière correction. On peut lire ce qu’il disait auparavant, qui l’a modifié, quand et pourquoi, et demander tout total tel qu’il était connu à un moment passé. Un chiffre peut être retiré, avec un motif ; il n’est jamais supprimé. Une correction ne crée un second chiffre que si une personne a dit qu’il s’agit d’un autre.',
    }),
  },
] as const;
