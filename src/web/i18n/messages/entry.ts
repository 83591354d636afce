import type { EntryKind, SubmissionStatus } from '../../../core/entry/submission.ts';
import { type Message, message } from '../message.ts';

/** Where what somebody entered stands. */
export const submissionStatuses: Readonly<Record<SubmissionStatus, Message>> = {
  draft: message({ en: 'Draft', es: 'Borrador', pt: 'Rascunho', fr: 'Brouillon' }),
  submitted: message({
    en: 'Waiting for approval',
    es: 'Pendiente de aprobación',
    pt: 'À espera de aprovação',
    fr: 'En attente d’approbation',
  }),
  returned: message({ en: 'Returned', es: 'Devuelto', pt: 'Devolvido', fr: 'Renvoyé' }),
  approved: message({ en: 'Approved', es: 'Aprobado', pt: 'Aprovado', fr: 'Approuvé' }),
  discarded: message({ en: 'Discarded', es: 'Descartado', pt: 'Descartado', fr: 'Abandonné' }),
};

/** What is entered more seldom, beside its name: which of them it is that somebody looks for. */
export const kindExplanations: Readonly<
  Record<Exclude<EntryKind, 'results' | 'transactions' | 'narratives'>, Message>
> = {
  programs: message({
    en: 'A programme or activity: its title, dates, pillar and texts.',
    es: 'Un programa o una actividad: título, fechas, pilar y textos.',
    pt: 'Um programa ou uma atividade: título, datas, pilar e textos.',
    fr: 'Un programme ou une activité : titre, dates, pilier et textes.',
  }),
  'program-countries': message({
    en: 'Where a programme runs, and which share of its money goes there.',
    es: 'Dónde se ejecuta un programa y qué porcentaje de sus recursos va allí.',
    pt: 'Onde um programa é executado e que percentual de seus recursos vai para lá.',
    fr: 'Où se déroule un programme, et quelle part de ses fonds y va.',
  }),
  'program-organisations': message({
    en: 'Who funds a programme, carries it out, or takes part in it.',
    es: 'Quién financia un programa, lo ejecuta o participa en él.',
    pt: 'Quem financia um programa, o executa ou participa dele.',
    fr: 'Qui finance un programme, l’exécute ou y participe.',
  }),
  organisations: message({
    en: 'A donor, a partner or whoever carries programmes out: its names and kind.',
    es: 'Un donante, un socio o quien ejecuta programas: sus nombres y su tipo.',
    pt: 'Um doador, um parceiro ou quem executa programas: seus nomes e seu tipo.',
    fr: 'Un donateur, un partenaire ou un exécutant : ses noms et son type.',
  }),
  indicators: message({
    en: 'What is counted, in which unit, and how its figures add up.',
    es: 'Qué se cuenta, en qué unidad y cómo se suman sus cifras.',
    pt: 'O que se conta, em que unidade e como seus números se somam.',
    fr: 'Ce qui est compté, dans quelle unité, et comment ses chiffres s’additionnent.',
  }),
};

/** The first page of whoever enters figures or approves them. */
export const deskMessages = {
  title: message({ en: 'Desk', es: 'Escritorio', pt: 'Mesa de trabalho', fr: 'Bureau' }),
  lede: message({
    en: 'What you have entered, and what waits for you. Nothing counts before somebody else has approved it.',
    es: 'Lo que ha ingresado y lo que espera por usted. Nada cuenta antes de que otra persona lo apruebe.',
    pt: 'O que você inseriu e o que espera por você. Nada conta antes que outra pessoa o aprove.',
    fr: 'Ce que vous avez saisi, et ce qui vous attend. Rien ne compte avant d’avoir été approuvé par quelqu’un d’autre.',
  }),
  enter: message({ en: 'Enter', es: 'Ingresar', pt: 'Inserir', fr: 'Saisir' }),
  enterLede: message({
    en: 'One figure by a form, or many at once: as a table, or from a file.',
    es: 'Una cifra con un formulario, o muchas a la vez: en una tabla o desde un archivo.',
    pt: 'Um número por formulário, ou muitos de uma vez: em uma tabela ou de um arquivo.',
    fr: 'Un chiffre par formulaire, ou plusieurs à la fois : dans un tableau, ou par un fichier.',
  }),
  aResult: message({ en: 'A result', es: 'Un resultado', pt: 'Um resultado', fr: 'Un résultat' }),
  aTransaction: message({
    en: 'A transaction',
    es: 'Una transacción',
    pt: 'Uma transação',
    fr: 'Une transaction',
  }),
  aText: message({ en: 'A text', es: 'Un texto', pt: 'Um texto', fr: 'Un texte' }),
  severalAtOnce: message({
    en: 'A table of results',
    es: 'Una tabla de resultados',
    pt: 'Uma tabela de resultados',
    fr: 'Un tableau de résultats',
  }),
  aFile: message({ en: 'A file', es: 'Un archivo', pt: 'Um arquivo', fr: 'Un fichier' }),
  elsewhere: message({
    en: 'Reports by e-mail',
    es: 'Informes por correo',
    pt: 'Relatórios por e-mail',
    fr: 'Rapports par courriel',
  }),
  waiting: message({
    en: 'Waiting for approval',
    es: 'Pendiente de aprobación',
    pt: 'À espera de aprovação',
    fr: 'En attente d’approbation',
  }),
  waitingCount: message<{ count: number }>({
    en: '{count, plural, =0 {Nothing waits for approval.} one {# row waits for approval.} other {# rows wait for approval.}}',
    es: '{count, plural, =0 {Nada espera aprobación.} one {# fila espera aprobación.} many {# de filas esperan aprobación.} other {# filas esperan aprobación.}}',
    pt: '{count, plural, =0 {Nada espera aprovação.} one {# linha espera aprovação.} many {# de linhas esperam aprovação.} other {# linhas esperam aprovação.}}',
    fr: '{count, plural, =0 {Rien n’attend d’approbation.} one {# ligne attend une approbation.} many {# de lignes attendent une approbation.} other {# lignes attendent une approbation.}}',
  }),
  sharesSay: message({
    en: 'How a programme is divided over all its countries and pillars at once.',
    es: 'Cómo se reparte un programa entre todos sus países y pilares, de una vez.',
    pt: 'Como um programa se divide entre todos os seus países e pilares, de uma vez.',
    fr: 'Comment un programme se répartit entre tous ses pays et piliers, en une fois.',
  }),
  gapsSay: message({
    en: 'What is missing, each with the form that fills it.',
    es: 'Lo que falta, cada caso con el formulario que lo completa.',
    pt: 'O que falta, cada caso com o formulário que o preenche.',
    fr: 'Ce qui manque, chaque cas avec le formulaire qui le comble.',
  }),
  toApprovals: message({
    en: 'Go to approvals',
    es: 'Ir a las aprobaciones',
    pt: 'Ir para as aprovações',
    fr: 'Aller aux approbations',
  }),
  lookThrough: message({
    en: 'Look through and approve',
    es: 'Revisar y aprobar',
    pt: 'Revisar e aprovar',
    fr: 'Examiner et approuver',
  }),
  returned: message({
    en: 'Returned to you',
    es: 'Devuelto a usted',
    pt: 'Devolvido a você',
    fr: 'Renvoyé vers vous',
  }),
  drafts: message({ en: 'Drafts', es: 'Borradores', pt: 'Rascunhos', fr: 'Brouillons' }),
  submitted: message({
    en: 'Submitted, and not decided yet',
    es: 'Enviado y aún sin decisión',
    pt: 'Enviado e ainda sem decisão',
    fr: 'Soumis, et pas encore décidé',
  }),
  approved: message({
    en: 'Approved lately',
    es: 'Aprobado últimamente',
    pt: 'Aprovado recentemente',
    fr: 'Approuvé récemment',
  }),
  nothing: message({
    en: 'You have entered nothing yet',
    es: 'Aún no ha ingresado nada',
    pt: 'Você ainda não inseriu nada',
    fr: 'Vous n’avez encore rien saisi',
  }),
  nothingText: message({
    en: 'What you enter stands here until it is approved, and what was returned to you with a comment.',
    es: 'Aquí está lo que ingrese hasta que se apruebe, y lo que se le devuelva con un comentario.',
    pt: 'Aqui fica o que você inserir até ser aprovado, e o que lhe for devolvido com um comentário.',
    fr: 'Ce que vous saisissez se trouve ici jusqu’à son approbation, ainsi que ce qui vous est renvoyé avec un commentaire.',
  }),
  what: message({ en: 'What', es: 'Qué', pt: 'O quê', fr: 'Quoi' }),
  where: message({
    en: 'Programme, place and period',
    es: 'Programa, lugar y período',
    pt: 'Programa, lugar e período',
    fr: 'Programme, lieu et période',
  }),
  when: message({ en: 'When', es: 'Cuándo', pt: 'Quando', fr: 'Quand' }),
  comment: message({ en: 'Comment', es: 'Comentario', pt: 'Comentário', fr: 'Commentaire' }),
  commentBy: message<{ comment: string; name: string }>({
    en: '{comment} ({name})',
    es: '{comment} ({name})',
    pt: '{comment} ({name})',
    fr: '{comment} ({name})',
  }),
  more: message<{ count: number }>({
    en: '{count, plural, one {and # more} other {and # more}}',
    es: '{count, plural, one {y # más} many {y # de más} other {y # más}}',
    pt: '{count, plural, one {e mais #} many {e mais #} other {e mais #}}',
    fr: '{count, plural, one {et # de plus} many {et # de plus} other {et # de plus}}',
  }),
  doneSubmitted: message({
    en: 'Submitted. It counts once somebody else has approved it.',
    es: 'Enviado. Contará cuando otra persona lo apruebe.',
    pt: 'Enviado. Contará quando outra pessoa o aprovar.',
    fr: 'Soumis. Cela comptera une fois approuvé par quelqu’un d’autre.',
  }),
  doneKept: message({
    en: 'Kept as a draft.',
    es: 'Guardado como borrador.',
    pt: 'Salvo como rascunho.',
    fr: 'Enregistré comme brouillon.',
  }),
  doneDiscarded: message({
    en: 'The draft was discarded.',
    es: 'Se descartó el borrador.',
    pt: 'O rascunho foi descartado.',
    fr: 'Le brouillon a été abandonné.',
  }),
  doneTakenBack: message({
    en: 'Taken back: it is a draft again.',
    es: 'Retirado: vuelve a ser un borrador.',
    pt: 'Retirado: é um rascunho de novo.',
    fr: 'Repris : c’est de nouveau un brouillon.',
  }),
};

/** What is said of a field of a form otherwise than of the column of a file: there words are chosen, and nothing is new. */
export const fieldHints = {
  place: message({
    en: 'A country or a region by its name, or a country by its two letters: Costa Rica, CR.',
    es: 'Un país o una región por su nombre, o un país por sus dos letras: Costa Rica, CR.',
    pt: 'Um país ou uma região pelo nome, ou um país por suas duas letras: Costa Rica, CR.',
    fr: 'Un pays ou une région par son nom, ou un pays par ses deux lettres : Costa Rica, CR.',
  }),
  value: message({
    en: 'A number; for a range two, with a hyphen between: 10-15',
    es: 'Un número; para un intervalo, dos con un guion entre ellos: 10-15',
    pt: 'Um número; para um intervalo, dois com um hífen entre eles: 10-15',
    fr: 'Un nombre ; pour une fourchette, deux avec un trait d’union entre eux : 10-15',
  }),
};

/** The form for one row, whatever it is of. */
export const entryMessages = {
  newTitle: message<{ kind: string }>({
    en: 'Enter: {kind}',
    es: 'Ingresar: {kind}',
    pt: 'Inserir: {kind}',
    fr: 'Saisir : {kind}',
  }),
  correctTitle: message<{ kind: string }>({
    en: 'Correct: {kind}',
    es: 'Corregir: {kind}',
    pt: 'Corrigir: {kind}',
    fr: 'Corriger : {kind}',
  }),
  lede: message({
    en: 'Fields with a star must be filled. What you submit counts once somebody else has approved it.',
    es: 'Los campos con asterisco son obligatorios. Lo que envíe contará cuando otra persona lo apruebe.',
    pt: 'Os campos com asterisco são obrigatórios. O que você enviar contará quando outra pessoa o aprovar.',
    fr: 'Les champs marqués d’un astérisque sont obligatoires. Ce que vous soumettez compte une fois approuvé par quelqu’un d’autre.',
  }),
  correctLede: message({
    en: 'What counts now stays in every total until somebody else has approved your correction.',
    es: 'Lo que cuenta ahora sigue en todos los totales hasta que otra persona apruebe su corrección.',
    pt: 'O que conta agora continua em todos os totais até que outra pessoa aprove a sua correção.',
    fr: 'Ce qui compte aujourd’hui reste dans tous les totaux tant que personne d’autre n’a approuvé votre correction.',
  }),
  more: message({
    en: 'More fields',
    es: 'Más campos',
    pt: 'Mais campos',
    fr: 'Autres champs',
  }),
  translations: message({
    en: 'In other languages',
    es: 'En otros idiomas',
    pt: 'Em outros idiomas',
    fr: 'Dans d’autres langues',
  }),
  breakdown: message({ en: 'Breakdown', es: 'Desglose', pt: 'Desagregação', fr: 'Ventilation' }),
  breakdownHint: message({
    en: 'By sex, mode, role … Parts of one kind add up to the value.',
    es: 'Por sexo, modalidad, función… Las partes de un mismo tipo suman el valor.',
    pt: 'Por sexo, modalidade, função… As partes de um mesmo tipo somam o valor.',
    fr: 'Par sexe, modalité, rôle… Les parts d’un même type totalisent la valeur.',
  }),
  axis: message({ en: 'By', es: 'Por', pt: 'Por', fr: 'Par' }),
  part: message({ en: 'Part', es: 'Parte', pt: 'Parte', fr: 'Part' }),
  number: message({ en: 'Number', es: 'Número', pt: 'Número', fr: 'Nombre' }),
  /** Filled by the page as numbers are typed. */
  remaining: message<{ axis: string; rest: string }>({
    en: '{axis}: {rest} remaining',
    es: '{axis}: faltan {rest}',
    pt: '{axis}: faltam {rest}',
    fr: '{axis} : il reste {rest}',
  }),
  choose: message({ en: 'Choose …', es: 'Elija…', pt: 'Escolha…', fr: 'Choisissez…' }),
  none: message({ en: 'Not said', es: 'Sin indicar', pt: 'Não informado', fr: 'Non précisé' }),
  submit: message({
    en: 'Submit for approval',
    es: 'Enviar para aprobación',
    pt: 'Enviar para aprovação',
    fr: 'Soumettre à approbation',
  }),
  submitNext: message({
    en: 'Submit, and enter the next',
    es: 'Enviar e ingresar el siguiente',
    pt: 'Enviar e inserir o próximo',
    fr: 'Soumettre et saisir le suivant',
  }),
  keep: message({
    en: 'Keep as a draft',
    es: 'Guardar como borrador',
    pt: 'Salvar como rascunho',
    fr: 'Enregistrer comme brouillon',
  }),
  discard: message({
    en: 'Discard',
    es: 'Descartar',
    pt: 'Descartar',
    fr: 'Abandonner',
  }),
  takeBack: message({
    en: 'Take back',
    es: 'Retirar',
    pt: 'Retirar',
    fr: 'Reprendre',
  }),
  twinTitle: message({
    en: 'Is this a figure that is there already?',
    es: '¿Es esta una cifra que ya existe?',
    pt: 'Este número já existe?',
    fr: 'Ce chiffre existe-t-il déjà ?',
  }),
  twinSays: message<{ says: string }>({
    en: 'It looks like: {says}.',
    es: 'Se parece a: {says}.',
    pt: 'Parece-se com: {says}.',
    fr: 'Il ressemble à : {says}.',
  }),
  twinSame: message({
    en: 'Yes, it is that one, and this corrects it',
    es: 'Sí, es esa, y esto la corrige',
    pt: 'Sim, é esse, e isto o corrige',
    fr: 'Oui, c’est celui-là, et ceci le corrige',
  }),
  twinAnother: message({
    en: 'No, it is another one, and both count',
    es: 'No, es otra, y cuentan las dos',
    pt: 'Não, é outro, e os dois contam',
    fr: 'Non, c’en est un autre, et les deux comptent',
  }),
  oddTitle: message({
    en: 'Is this what you mean?',
    es: '¿Es esto lo que quiere decir?',
    pt: 'É isto que você quer dizer?',
    fr: 'Est-ce bien cela ?',
  }),
  tenTimes: message<{ before: string; day: string }>({
    en: 'It is ten times the figure before it or more: {before}, by {day}.',
    es: 'Es diez veces la cifra anterior o más: {before}, al {day}.',
    pt: 'É dez vezes o número anterior ou mais: {before}, até {day}.',
    fr: 'C’est au moins dix fois le chiffre précédent : {before}, au {day}.',
  }),
  aTenth: message<{ before: string; day: string }>({
    en: 'It is a tenth of the figure before it or less: {before}, by {day}.',
    es: 'Es la décima parte de la cifra anterior o menos: {before}, al {day}.',
    pt: 'É um décimo do número anterior ou menos: {before}, até {day}.',
    fr: 'C’est au plus le dixième du chiffre précédent : {before}, au {day}.',
  }),
  belowCumulative: message<{ before: string; day: string }>({
    en: 'It is cumulative, and less than before: {before}, by {day}.',
    es: 'Es acumulativa, y menor que antes: {before}, al {day}.',
    pt: 'É cumulativo, e menor que antes: {before}, até {day}.',
    fr: 'Il est cumulatif, et inférieur au précédent : {before}, au {day}.',
  }),
  noEvidence: message({
    en: 'This indicator asks for evidence, and nothing says what the figure rests on. Name the document that states it, or attach it to the figure once it counts.',
    es: 'Este indicador pide evidencia y nada dice en qué se apoya la cifra. Nombre el documento que la indica, o adjúntelo a la cifra cuando ya cuente.',
    pt: 'Este indicador pede evidência e nada diz em que o número se apoia. Indique o documento que o declara, ou anexe-o ao número quando já contar.',
    fr: 'Cet indicateur exige un justificatif, et rien ne dit sur quoi repose le chiffre. Nommez le document qui l’indique, ou joignez-le au chiffre une fois qu’il compte.',
  }),
  accept: message({
    en: 'Yes, it is right',
    es: 'Sí, es correcto',
    pt: 'Sim, está certo',
    fr: 'Oui, c’est exact',
  }),
  returnedBecause: message<{ name: string; comment: string }>({
    en: 'Returned by {name}: {comment}',
    es: 'Devuelto por {name}: {comment}',
    pt: 'Devolvido por {name}: {comment}',
    fr: 'Renvoyé par {name} : {comment}',
  }),
  enteredBy: message({ en: 'Entered by', es: 'Ingresado por', pt: 'Inserido por', fr: 'Saisi par' }),
  submittedAt: message({ en: 'Submitted', es: 'Enviado', pt: 'Enviado', fr: 'Soumis' }),
  decidedBy: message({ en: 'Decided by', es: 'Decidido por', pt: 'Decidido por', fr: 'Décidé par' }),
  row: message({ en: 'What it says', es: 'Lo que dice', pt: 'O que diz', fr: 'Ce qu’il dit' }),
  correctThis: message({
    en: 'Correct this figure',
    es: 'Corregir esta cifra',
    pt: 'Corrigir este número',
    fr: 'Corriger ce chiffre',
  }),
  whatAndValue: message<{ what: string; value: string }>({
    en: '{what}: {value}',
    es: '{what}: {value}',
    pt: '{what}: {value}',
    fr: '{what} : {value}',
  }),
  changeThis: message({
    en: 'Change this programme',
    es: 'Modificar este programa',
    pt: 'Alterar este programa',
    fr: 'Modifier ce programme',
  }),
  savedByItself: message({
    en: 'Kept as a draft by itself.',
    es: 'Guardado automáticamente como borrador.',
    pt: 'Salvo automaticamente como rascunho.',
    fr: 'Enregistré automatiquement comme brouillon.',
  }),
  notSavedByItself: message({
    en: 'Not kept as a draft.',
    es: 'No se guardó como borrador.',
    pt: 'Não foi salvo como rascunho.',
    fr: 'Non enregistré comme brouillon.',
  }),
};
