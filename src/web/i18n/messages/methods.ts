import { message } from '../message.ts';

/** The frame of "How we count", its short form for reports, and the worked example. */
export const methodsMessages = {
  title: message({
    en: 'How we count',
    es: 'Cómo contamos',
    pt: 'Como contamos',
    fr: 'Notre méthode',
  }),
  lede: message({
    en: 'Every number here can be followed to the rows it is made of, the rule that combined them and the evidence behind each. These are the rules. They are the same on screen, in reports and in downloads.',
    es: 'Cada número puede seguirse hasta las filas que lo componen, la regla que las combinó y el medio de verificación de cada una. Estas son las reglas. Son las mismas en pantalla, en los informes y en las descargas.',
    pt: 'Cada número pode ser seguido até as linhas que o compõem, a regra que as combinou e o meio de verificação de cada uma. Estas são as regras. São as mesmas na tela, nos relatórios e nos arquivos baixados.',
    fr: 'Chaque nombre peut être suivi jusqu’aux lignes qui le composent, à la règle qui les a combinées et au justificatif de chacune. Voici les règles. Elles sont les mêmes à l’écran, dans les rapports et dans les fichiers téléchargés.',
  }),
  rules: message({
    en: 'The thirteen rules',
    es: 'Las trece reglas',
    pt: 'As treze regras',
    fr: 'Les treize règles',
  }),

  exampleTitle: message<{ total: string }>({
    en: 'An invented example: {total} officials trained',
    es: 'Un ejemplo inventado: {total} funcionarios capacitados',
    pt: 'Um exemplo inventado: {total} funcionários capacitados',
    fr: 'Un exemple inventé : {total} fonctionnaires formés',
  }),
  exampleIntro: message<{ total: string; date: string }>({
    en: 'Countries, donors and numbers are made up. Say that four countries had reported officials trained by {date}. Counted by the rules, that makes {total}.',
    es: 'Los países, los donantes y los números son inventados. Supongamos que, al {date}, cuatro países habían notificado funcionarios capacitados. Contados según las reglas, son {total}.',
    pt: 'Os países, os doadores e os números são inventados. Suponhamos que, em {date}, quatro países tivessem informado funcionários capacitados. Contados pelas regras, são {total}.',
    fr: 'Les pays, les donateurs et les nombres sont inventés. Supposons qu’au {date}, quatre pays aient communiqué des fonctionnaires formés. Comptés selon les règles, ils sont {total}.',
  }),
  exampleCaption: message<{ total: string }>({
    en: 'Where the {total} come from (invented)',
    es: 'De dónde salen los {total} (inventado)',
    pt: 'De onde vêm os {total} (inventado)',
    fr: 'D’où viennent les {total} (inventé)',
  }),
  exampleCountry: message<{ letter: string }>({
    en: 'Country\u00a0{letter}',
    es: 'País\u00a0{letter}',
    pt: 'País\u00a0{letter}',
    fr: 'Pays\u00a0{letter}',
  }),
  exampleDonor: message<{ letter: string }>({
    en: 'Donor\u00a0{letter}',
    es: 'Donante\u00a0{letter}',
    pt: 'Doador\u00a0{letter}',
    fr: 'Donateur\u00a0{letter}',
  }),
  exampleNote: message({ en: 'What to know', es: 'Qué saber', pt: 'O que saber', fr: 'À savoir' }),
  exampleAbout: message({
    en: 'The source says “approximately”',
    es: 'La fuente dice «aproximadamente»',
    pt: 'A fonte diz “aproximadamente”',
    fr: 'La source dit « environ »',
  }),
  exampleTrainers: message<{ trainers: string; participants: string }>({
    en: '{trainers} trainers, who then trained {participants} others: the two groups may overlap',
    es: '{trainers} instructores, que luego capacitaron a otros {participants}: ambos grupos pueden coincidir en parte',
    pt: '{trainers} instrutores, que depois capacitaram outros {participants}: os dois grupos podem coincidir em parte',
    fr: '{trainers} formateurs, qui en ont ensuite formé {participants} autres : les deux groupes peuvent se recouper',
  }),
  exampleUndated: message<{ female: string; male: string }>({
    en: 'No date; the only row that tells women from men: {female} and {male}',
    es: 'Sin fecha; la única fila que distingue mujeres y hombres: {female} y {male}',
    pt: 'Sem data; a única linha que distingue mulheres e homens: {female} e {male}',
    fr: 'Sans date ; la seule ligne qui distingue femmes et hommes : {female} et {male}',
  }),
  exampleYear: message({
    en: 'Dated by year only, so it ends with the year; two donors fund the programme',
    es: 'Con fecha solo por año, por lo que termina con el año; dos donantes financian el programa',
    pt: 'Com data apenas por ano, portanto termina com o ano; dois doadores financiam o programa',
    fr: 'Daté à l’année seulement, donc achevé avec elle ; deux donateurs financent le programme',
  }),
  exampleChecksTitle: message({
    en: 'The same people, seen four ways',
    es: 'Las mismas personas, vistas de cuatro maneras',
    pt: 'As mesmas pessoas, vistas de quatro maneiras',
    fr: 'Les mêmes personnes, vues de quatre façons',
  }),
  exampleByCountry: message<{ sum: string }>({
    en: 'By country: {sum}.',
    es: 'Por país: {sum}.',
    pt: 'Por país: {sum}.',
    fr: 'Par pays : {sum}.',
  }),
  exampleBySex: message<{ sum: string; unknown: string }>({
    en: 'By sex: {sum}. For {unknown} of them the sources do not say, and so neither do we.',
    es: 'Por sexo: {sum}. Para {unknown} de ellas las fuentes no lo dicen y, por tanto, nosotros tampoco.',
    pt: 'Por sexo: {sum}. Para {unknown} delas as fontes não dizem e, portanto, nós também não.',
    fr: 'Par sexe : {sum}. Pour {unknown} d’entre elles, les sources ne le disent pas, et nous non plus.',
  }),
  exampleByMonth: message<{ dated: string; undated: string; month: string }>({
    en: 'In periods that ended in {month}: {dated}. The {undated} without a date count to date, and in no month.',
    es: 'En períodos que terminaron en {month}: {dated}. Las {undated} sin fecha cuentan hasta la fecha, pero en ningún mes.',
    pt: 'Em períodos que terminaram em {month}: {dated}. As {undated} sem data contam até o momento, mas em nenhum mês.',
    fr: 'Dans les périodes achevées en {month} : {dated}. Les {undated} sans date comptent à ce jour, mais dans aucun mois.',
  }),
  exampleByDonor: message<{ shares: string; none: string; both: string; sum: string; total: string }>({
    en: 'By donor, contributed to: {shares}; for {none} no donor is recorded. Both stand behind the same {both}: added up, these would be counted twice, {sum} in place of {total}. So they are not added up.',
    es: 'Por donante, «contribuyó a»: {shares}; para {none} no hay donante registrado. Ambos están detrás de las mismas {both}: al sumarlas se contarían dos veces, {sum} en lugar de {total}. Por eso no se suman.',
    pt: 'Por doador, “contribuiu para”: {shares}; para {none} não há doador registrado. Ambos estão por trás das mesmas {both}: somadas, seriam contadas duas vezes, {sum} em vez de {total}. Por isso não se somam.',
    fr: 'Par donateur, « a contribué à » : {shares} ; pour {none}, aucun donateur n’est renseigné. Les deux soutiennent les mêmes {both} : en les additionnant, on les compterait deux fois, {sum} au lieu de {total}. On ne les additionne donc pas.',
  }),
  exampleLeftOut: message<{ onSite: string; online: string; informed: string }>({
    en: 'And what is not in it: {onSite} police officers on site and {online} online are targets; the {informed} people who were informed about a scheme were not trained, and are another indicator.',
    es: 'Y lo que no incluye: {onSite} policías de forma presencial y {online} en línea son metas; las {informed} personas informadas sobre un régimen no fueron capacitadas y son otro indicador.',
    pt: 'E o que não inclui: {onSite} policiais em modalidade presencial e {online} on-line são metas; as {informed} pessoas informadas sobre um regime não foram capacitadas e são outro indicador.',
    fr: 'Et ce qu’il ne contient pas : {onSite} policiers en présentiel et {online} en ligne sont des cibles ; les {informed} personnes informées d’un dispositif n’ont pas été formées et relèvent d’un autre indicateur.',
  }),
  ownNumber: message({
    en: 'A number of your own record comes apart in the same way. Its rows, where each counts and the evidence behind it:',
    es: 'Un número de su propio registro se descompone del mismo modo. Sus filas, dónde cuenta cada una y su medio de verificación:',
    pt: 'Um número do seu próprio registro se decompõe do mesmo modo. Suas linhas, onde cada uma conta e o seu meio de verificação:',
    fr: 'Un nombre de votre propre registre se décompose de la même façon. Ses lignes, où chacune compte et son justificatif :',
  }),

  shortIntro: message({
    en: 'The rules that matter most for reading this report; the full text is under “How we count” online.',
    es: 'Las reglas más importantes para leer este informe; el texto completo está en línea, en «Cómo contamos».',
    pt: 'As regras mais importantes para ler este relatório; o texto completo está on-line, em “Como contamos”.',
    fr: 'Les règles les plus utiles pour lire ce rapport ; le texte complet est en ligne, sous « Notre méthode ».',
  }),
} as const;

/** The rules for a report's last page, one sentence each, in the order in which a reader meets them. */
export const shortRules = [
  message({
    en: 'Only approved figures count, up to the cut-off date.',
    es: 'Solo cuentan las cifras aprobadas, hasta la fecha de corte.',
    pt: 'Contam apenas os números aprovados, até a data de corte.',
    fr: 'Seuls comptent les chiffres approuvés, jusqu’à la date d’arrêté.',
  }),
  message({
    en: 'Targets and results are never added; no reported result is not zero.',
    es: 'Las metas y los resultados nunca se suman; un resultado no notificado no es cero.',
    pt: 'Metas e resultados nunca são somados; um resultado não informado não é zero.',
    fr: 'Cibles et résultats ne s’additionnent jamais ; un résultat non communiqué n’est pas zéro.',
  }),
  message({
    en: 'Inexact figures are printed as reported, and every total says how much of it is approximate.',
    es: 'Las cifras inexactas se publican como se notificaron, y todo total dice cuánto de él es aproximado.',
    pt: 'Números inexatos são publicados como foram informados, e todo total diz quanto dele é aproximado.',
    fr: 'Les chiffres inexacts sont publiés tels que communiqués, et chaque total dit quelle part en est approximative.',
  }),
  message({
    en: 'A result counts once, in the period in which its own period ends; undated ones count to date only.',
    es: 'Un resultado cuenta una sola vez, en el período en que termina el suyo; los que no tienen fecha cuentan solo hasta la fecha.',
    pt: 'Um resultado conta uma só vez, no período em que termina o seu; os que não têm data contam apenas até o momento.',
    fr: 'Un résultat compte une seule fois, dans la période où s’achève la sienne ; ceux qui sont sans date ne comptent qu’à ce jour.',
  }),
  message({
    en: 'Regional results and money stay with their region; they are not shared out among its countries.',
    es: 'Los resultados y el dinero regionales se quedan en su región; no se reparten entre sus países.',
    pt: 'Resultados e recursos regionais ficam em sua região; não são repartidos entre seus países.',
    fr: 'Les résultats et l’argent régionaux restent à leur région ; ils ne sont pas répartis entre ses pays.',
  }),
  message({
    en: 'By donor, figures say what each contributed to, and must not be summed.',
    es: 'Por donante, las cifras dicen a qué contribuyó cada uno y no deben sumarse.',
    pt: 'Por doador, os números dizem para que cada um contribuiu e não devem ser somados.',
    fr: 'Par donateur, les chiffres disent à quoi chacun a contribué et ne doivent pas être additionnés.',
  }),
  message({
    en: 'Pledges, commitments, disbursements and expenditure are never added together.',
    es: 'Las promesas, los compromisos, los desembolsos y los gastos nunca se suman entre sí.',
    pt: 'Promessas, compromissos, desembolsos e despesas nunca são somados entre si.',
    fr: 'Annonces de contribution, engagements, décaissements et dépenses ne sont jamais additionnés.',
  }),
  message({
    en: 'A total of people over several activities may meet the same person twice.',
    es: 'Un total de personas de varias actividades puede contar dos veces a la misma persona.',
    pt: 'Um total de pessoas de várias atividades pode contar duas vezes a mesma pessoa.',
    fr: 'Un total de personnes sur plusieurs activités peut compter deux fois la même personne.',
  }),
] as const;
