import type { LargeFileNote, LargeFileStatus } from '../../../core/entry/large-file.ts';
import { type Message, message } from '../message.ts';

export const largeFileStatuses: Readonly<Record<LargeFileStatus, Message>> = {
  checking: message({
    en: 'Being checked',
    es: 'En revisión',
    pt: 'Em verificação',
    fr: 'En cours de vérification',
  }),
  checked: message({ en: 'Checked', es: 'Revisado', pt: 'Verificado', fr: 'Vérifié' }),
  submitted: message({
    en: 'Waiting for approval',
    es: 'Pendiente de aprobación',
    pt: 'À espera de aprovação',
    fr: 'En attente d’approbation',
  }),
  returned: message({ en: 'Returned', es: 'Devuelto', pt: 'Devolvido', fr: 'Renvoyé' }),
  approving: message({
    en: 'Approved, being written',
    es: 'Aprobado, se está guardando',
    pt: 'Aprovado, sendo gravado',
    fr: 'Approuvé, en cours d’enregistrement',
  }),
  approved: message({ en: 'Approved', es: 'Aprobado', pt: 'Aprovado', fr: 'Approuvé' }),
  discarded: message({ en: 'Discarded', es: 'Descartado', pt: 'Descartado', fr: 'Abandonné' }),
};

export const largeFileNotes: Readonly<Record<LargeFileNote, Message>> = {
  moved: message({
    en: 'It was approved, but what it would come to had moved since it was looked at, so nothing was written. Look at it as it is now.',
    es: 'Se aprobó, pero su resultado había cambiado desde que se miró, así que no se guardó nada. Mírelo como está ahora.',
    pt: 'Foi aprovado, mas o resultado tinha mudado desde que foi visto, por isso nada foi gravado. Veja como está agora.',
    fr: 'Il a été approuvé, mais son effet avait changé depuis qu’on l’avait regardé : rien n’a été enregistré. Regardez-le tel qu’il est maintenant.',
  }),
  failed: message({
    en: 'The job broke off several times, and nothing was written. Try it again, or split the file.',
    es: 'El trabajo se interrumpió varias veces y no se guardó nada. Inténtelo de nuevo o divida el archivo.',
    pt: 'O trabalho foi interrompido várias vezes e nada foi gravado. Tente de novo ou divida o arquivo.',
    fr: 'Le travail s’est interrompu plusieurs fois et rien n’a été enregistré. Réessayez, ou divisez le fichier.',
  }),
};

/** Files that are taken as one thing. */
export const largeFileMessages = {
  list: message({
    en: 'Large files',
    es: 'Archivos grandes',
    pt: 'Arquivos grandes',
    fr: 'Fichiers volumineux',
  }),
  listLede: message({
    en: 'Each is checked, submitted and approved as one thing.',
    es: 'Cada uno se revisa, se envía y se aprueba como un todo.',
    pt: 'Cada um é verificado, enviado e aprovado como um todo.',
    fr: 'Chacun est vérifié, soumis et approuvé comme un tout.',
  }),
  title: message<{ kind: string }>({
    en: '{kind}: a large file',
    es: '{kind}: un archivo grande',
    pt: '{kind}: um arquivo grande',
    fr: '{kind} : un fichier volumineux',
  }),
  broughtBy: message<{ name: string; at: string; status: string }>({
    en: 'Brought by {name}, {at} · {status}',
    es: 'Traído por {name}, {at} · {status}',
    pt: 'Trazido por {name}, {at} · {status}',
    fr: 'Apporté par {name}, {at} · {status}',
  }),
  progress: message({
    en: 'How far it is',
    es: 'Cuánto ha avanzado',
    pt: 'Em que ponto está',
    fr: 'Où il en est',
  }),
  checkingLede: message({
    en: 'A job reads the file and works out what it would come to. This page asks again by itself; leave it and come back whenever you like.',
    es: 'Un trabajo lee el archivo y calcula qué cambiaría. Esta página se actualiza sola; puede salir y volver cuando quiera.',
    pt: 'Um trabalho lê o arquivo e calcula o que mudaria. Esta página se atualiza sozinha; você pode sair e voltar quando quiser.',
    fr: 'Un travail lit le fichier et calcule ce qu’il changerait. Cette page s’actualise d’elle-même ; quittez-la et revenez quand vous voulez.',
  }),
  writingLede: message({
    en: 'A job writes the file as it was approved: all of it, or nothing. This page asks again by itself.',
    es: 'Un trabajo guarda el archivo tal como se aprobó: todo o nada. Esta página se actualiza sola.',
    pt: 'Um trabalho grava o arquivo como foi aprovado: tudo ou nada. Esta página se atualiza sozinha.',
    fr: 'Un travail enregistre le fichier tel qu’il a été approuvé : tout, ou rien. Cette page s’actualise d’elle-même.',
  }),
  stepWaiting: message({
    en: 'Waits for its turn',
    es: 'Espera su turno',
    pt: 'Espera a sua vez',
    fr: 'Attend son tour',
  }),
  stepReading: message<{ rows: number }>({
    en: 'Read the rows ({rows, number} so far)',
    es: 'Leer las filas ({rows, number} hasta ahora)',
    pt: 'Ler as linhas ({rows, number} até agora)',
    fr: 'Lire les lignes ({rows, number} jusqu’ici)',
  }),
  stepChecking: message<{ rows: number }>({
    en: 'Check the rows ({rows, number} so far) and work out the totals',
    es: 'Revisar las filas ({rows, number} hasta ahora) y calcular los totales',
    pt: 'Verificar as linhas ({rows, number} até agora) e calcular os totais',
    fr: 'Vérifier les lignes ({rows, number} jusqu’ici) et calculer les totaux',
  }),
  stepWriting: message<{ rows: number }>({
    en: 'Check the rows once more ({rows, number} so far) and write them',
    es: 'Revisar de nuevo las filas ({rows, number} hasta ahora) y guardarlas',
    pt: 'Verificar de novo as linhas ({rows, number} até agora) e gravá-las',
    fr: 'Vérifier de nouveau les lignes ({rows, number} jusqu’ici) et les enregistrer',
  }),
  again: message({ en: 'Look again', es: 'Mirar de nuevo', pt: 'Ver de novo', fr: 'Regarder à nouveau' }),
  result: message({
    en: 'What it comes to',
    es: 'Qué cambia',
    pt: 'O que muda',
    fr: 'Ce que cela change',
  }),
  counts: message<{ rows: number; added: number; changed: number; unchanged: number }>({
    en: '{rows, number} rows: {added, number} new, {changed, number} changed, {unchanged, number} unchanged.',
    es: '{rows, number} filas: {added, plural, one {# nueva} many {# nuevas} other {# nuevas}}, {changed, plural, one {# modificada} many {# modificadas} other {# modificadas}}, {unchanged, number} sin cambios.',
    pt: '{rows, number} linhas: {added, plural, one {# nova} many {# novas} other {# novas}}, {changed, plural, one {# alterada} many {# alteradas} other {# alteradas}}, {unchanged, number} sem mudança.',
    fr: '{rows, number} lignes : {added, plural, one {# nouvelle} many {# nouvelles} other {# nouvelles}}, {changed, plural, one {# modifiée} many {# modifiées} other {# modifiées}}, {unchanged, plural, one {# inchangée} many {# inchangées} other {# inchangées}}.',
  }),
  notSound: message<{ rows: number; wrong: number; asked: number }>({
    en: 'Of {rows, number} rows, {wrong, plural, one {# is} other {# are}} wrong and {asked, plural, one {# looks} other {# look}} like figures that are there.',
    es: 'De {rows, number} filas, {wrong, plural, one {# tiene} many {# tienen} other {# tienen}} errores y {asked, plural, one {# se parece} many {# se parecen} other {# se parecen}} a cifras que ya existen.',
    pt: 'De {rows, number} linhas, {wrong, plural, =0 {# têm} one {# tem} many {# têm} other {# têm}} erros e {asked, plural, =0 {# se parecem} one {# se parece} many {# se parecem} other {# se parecem}} com números que já existem.',
    fr: 'Sur {rows, number} lignes, {wrong, plural, one {# est erronée} many {# sont erronées} other {# sont erronées}} et {asked, plural, one {# ressemble} many {# ressemblent} other {# ressemblent}} à des chiffres déjà présents.',
  }),
  faults: message({
    en: 'Rows that stand in the way',
    es: 'Filas que lo impiden',
    pt: 'Linhas que o impedem',
    fr: 'Lignes qui font obstacle',
  }),
  faultsLede: message({
    en: 'Nothing of the file goes ahead before they are right: mend them in your file, discard this one, and bring it again.',
    es: 'Nada del archivo avanza hasta que estén bien: corríjalas en su archivo, descarte este y tráigalo de nuevo.',
    pt: 'Nada do arquivo avança antes que estejam certas: corrija-as no seu arquivo, descarte este e traga-o de novo.',
    fr: 'Rien du fichier n’avance avant qu’elles soient justes : corrigez-les dans votre fichier, abandonnez celui-ci et apportez-le à nouveau.',
  }),
  askedLede: message({
    en: 'Say below what they are: of all at once, or line by line in a file of answers.',
    es: 'Diga abajo qué son: de todas a la vez o línea por línea en un archivo de respuestas.',
    pt: 'Diga abaixo o que são: de todas de uma vez, ou linha por linha em um arquivo de respostas.',
    fr: 'Dites plus bas ce qu’elles sont : toutes à la fois, ou ligne par ligne dans un fichier de réponses.',
  }),
  allTwins: message({
    en: 'Rows that look like figures that are there',
    es: 'Filas que se parecen a cifras que ya existen',
    pt: 'Linhas que se parecem com números que já existem',
    fr: 'Lignes qui ressemblent à des chiffres déjà présents',
  }),
  whatTheyAre: message({ en: 'What they are', es: 'Qué son', pt: 'O que são', fr: 'Ce qu’elles sont' }),
  byAnswers: message({
    en: 'As the file of answers says of each',
    es: 'Como dice de cada una el archivo de respuestas',
    pt: 'Como diz de cada uma o arquivo de respostas',
    fr: 'Comme le fichier de réponses le dit de chacune',
  }),
  answersFile: message({
    en: 'File of answers',
    es: 'Archivo de respuestas',
    pt: 'Arquivo de respostas',
    fr: 'Fichier de réponses',
  }),
  answersHint: message({
    en: 'A CSV with the columns line, answer and ref, such as “14,same,”. It holds before what is said of all.',
    es: 'Un CSV con las columnas line, answer y ref, por ejemplo «14,same,». Prevalece sobre lo que se dice de todas.',
    pt: 'Um CSV com as colunas line, answer e ref, por exemplo “14,same,”. Prevalece sobre o que se diz de todas.',
    fr: 'Un CSV avec les colonnes line, answer et ref, par exemple « 14,same, ». Il l’emporte sur ce qui est dit de toutes.',
  }),
  checkAgain: message({
    en: 'Check it again',
    es: 'Revisarlo de nuevo',
    pt: 'Verificar de novo',
    fr: 'Vérifier à nouveau',
  }),
  submit: message({
    en: 'Submit the file',
    es: 'Enviar el archivo',
    pt: 'Enviar o arquivo',
    fr: 'Soumettre le fichier',
  }),
  takeBack: message({ en: 'Take it back', es: 'Retirarlo', pt: 'Retirar', fr: 'Le reprendre' }),
  discard: message({
    en: 'Discard the file',
    es: 'Descartar el archivo',
    pt: 'Descartar o arquivo',
    fr: 'Abandonner le fichier',
  }),
  firstRows: message({
    en: 'The first rows that are new or changed',
    es: 'Las primeras filas nuevas o modificadas',
    pt: 'As primeiras linhas novas ou alteradas',
    fr: 'Les premières lignes nouvelles ou modifiées',
  }),
  download: message({
    en: 'Download the file as it was brought',
    es: 'Descargar el archivo tal como se trajo',
    pt: 'Baixar o arquivo como foi trazido',
    fr: 'Télécharger le fichier tel qu’il a été apporté',
  }),
  ownWaits: message({
    en: 'It waits for somebody else to approve it. Nothing of it counts yet.',
    es: 'Espera la aprobación de otra persona. Todavía no cuenta nada.',
    pt: 'Espera a aprovação de outra pessoa. Nada conta ainda.',
    fr: 'Il attend l’approbation de quelqu’un d’autre. Rien ne compte encore.',
  }),
  approve: message<{ count: number }>({
    en: '{count, plural, one {Approve the file of # row} other {Approve the file of # rows}}',
    es: '{count, plural, one {Aprobar el archivo de # fila} many {Aprobar el archivo de # de filas} other {Aprobar el archivo de # filas}}',
    pt: '{count, plural, one {Aprovar o arquivo de # linha} many {Aprovar o arquivo de # de linhas} other {Aprovar o arquivo de # linhas}}',
    fr: '{count, plural, one {Approuver le fichier de # ligne} many {Approuver le fichier de # de lignes} other {Approuver le fichier de # lignes}}',
  }),
  giveBack: message({
    en: 'Give the file back',
    es: 'Devolver el archivo',
    pt: 'Devolver o arquivo',
    fr: 'Renvoyer le fichier',
  }),
  cameIn: message<{ name: string; batch: string }>({
    en: 'Approved by {name}, as import {batch}. It can be taken back whole where files are imported.',
    es: 'Aprobado por {name}, como importación {batch}. Puede retirarse entera donde se importan archivos.',
    pt: 'Aprovado por {name}, como importação {batch}. Pode ser desfeita inteira onde se importam arquivos.',
    fr: 'Approuvé par {name}, comme importation {batch}. Elle peut être reprise en entier là où l’on importe des fichiers.',
  }),
  doneSubmitted: message({
    en: 'Submitted. It counts once somebody else has approved it.',
    es: 'Enviado. Cuenta cuando otra persona lo apruebe.',
    pt: 'Enviado. Conta quando outra pessoa o aprovar.',
    fr: 'Soumis. Cela comptera une fois approuvé par quelqu’un d’autre.',
  }),
};
