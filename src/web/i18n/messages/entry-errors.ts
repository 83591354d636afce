import { message } from '../message.ts';

/** Why something that was entered, or a decision about it, was not taken, by the code of the error. */
export const entryErrors = {
  'ENTRY.NOT_YOURS': message({
    en: 'This is no programme of yours. Choose one of those that your account is for.',
    es: 'Este programa no le corresponde. Elija uno de los asignados a su cuenta.',
    pt: 'Este programa não lhe cabe. Escolha um dos atribuídos à sua conta.',
    fr: 'Ce programme n’est pas le vôtre. Choisissez l’un de ceux de votre compte.',
  }),
  'ENTRY.LINE_NOT_YOURS': message<{ line: string }>({
    en: 'Line {line} is about a programme that is not yours. Nothing was taken: take the row out, or name a programme that your account is for.',
    es: 'La línea {line} trata de un programa que no le corresponde. No se tomó nada: quite la fila o indique un programa asignado a su cuenta.',
    pt: 'A linha {line} trata de um programa que não lhe cabe. Nada foi recebido: retire a linha ou indique um programa atribuído à sua conta.',
    fr: 'La ligne {line} concerne un programme qui n’est pas le vôtre. Rien n’a été pris : retirez la ligne, ou nommez un programme de votre compte.',
  }),
  'ENTRY.CHANGED_MEANWHILE': message({
    en: 'It was changed or decided meanwhile, by you in another window or by somebody else. Nothing was done: look at it again.',
    es: 'Entretanto se modificó o se decidió, por usted en otra ventana o por otra persona. No se hizo nada: vuelva a mirarlo.',
    pt: 'Entretanto foi alterado ou decidido, por você em outra janela ou por outra pessoa. Nada foi feito: olhe de novo.',
    fr: 'Entre-temps, cela a été modifié ou décidé, par vous dans une autre fenêtre ou par quelqu’un d’autre. Rien n’a été fait : regardez à nouveau.',
  }),
  'ENTRY.LARGE_OF_ONE': message<{ most: string }>({
    en: '{most} large files of yours are not decided yet, and there may be no more at once. Nothing was taken: wait for one to be decided, or discard one.',
    es: '{most} archivos grandes suyos aún no se han decidido, y no puede haber más a la vez. No se tomó nada: espere a que se decida uno, o descarte uno.',
    pt: '{most} arquivos grandes seus ainda não foram decididos, e não pode haver mais de uma vez. Nada foi recebido: espere a decisão de um, ou descarte um.',
    fr: '{most} fichiers volumineux que vous avez apportés attendent une décision, et il ne peut y en avoir davantage. Rien n’a été pris : attendez que l’un soit décidé, ou abandonnez-en un.',
  }),
  'ENTRY.LARGE_OF_ALL': message({
    en: 'Many large files wait to be checked. Nothing was taken: try again in some minutes.',
    es: 'Muchos archivos grandes esperan revisión. No se tomó nada: inténtelo de nuevo en unos minutos.',
    pt: 'Muitos arquivos grandes esperam verificação. Nada foi recebido: tente de novo em alguns minutos.',
    fr: 'De nombreux fichiers volumineux attendent d’être vérifiés. Rien n’a été pris : réessayez dans quelques minutes.',
  }),
  'IMPORT.BAD_ANSWERS': message({
    en: 'The file of answers cannot be read: each of its lines is line,answer,ref, with the number of a line of the file, and same or another.',
    es: 'El archivo de respuestas no puede leerse: cada una de sus líneas es line,answer,ref, con el número de una línea del archivo y same o another.',
    pt: 'O arquivo de respostas não pode ser lido: cada uma de suas linhas é line,answer,ref, com o número de uma linha do arquivo e same ou another.',
    fr: 'Le fichier de réponses ne peut pas être lu : chacune de ses lignes est line,answer,ref, avec le numéro d’une ligne du fichier, et same ou another.',
  }),
  'ENTRY.FAULTS': message({
    en: 'Not submitted yet: see what is said beside the fields.',
    es: 'Aún no se ha enviado: vea lo que se indica junto a los campos.',
    pt: 'Ainda não foi enviado: veja o que se diz junto aos campos.',
    fr: 'Pas encore soumis : voyez ce qui est dit à côté des champs.',
  }),
  'ENTRY.NO_ROW': message({
    en: 'There is nothing of that name here to correct, or it is not yours to correct.',
    es: 'No hay aquí nada con ese nombre que corregir, o no le corresponde corregirlo.',
    pt: 'Não há aqui nada com esse nome a corrigir, ou não lhe cabe corrigi-lo.',
    fr: 'Il n’y a rien de ce nom à corriger ici, ou ce n’est pas à vous de le corriger.',
  }),
  'ENTRY.UNKNOWN': message({
    en: 'This does not exist, or it is somebody else’s.',
    es: 'Esto no existe, o es de otra persona.',
    pt: 'Isto não existe, ou é de outra pessoa.',
    fr: 'Cela n’existe pas, ou appartient à quelqu’un d’autre.',
  }),
  'UNDO.UNKNOWN': message({
    en: 'There is no such import.',
    es: 'Esa importación no existe.',
    pt: 'Essa importação não existe.',
    fr: 'Cette importation n’existe pas.',
  }),
  'UNDO.ALREADY': message({
    en: 'It was taken back already.',
    es: 'Ya se había retirado.',
    pt: 'Já tinha sido desfeita.',
    fr: 'Elle a déjà été reprise.',
  }),
  'UNDO.NOT_FIGURES': message({
    en: 'Only results, transactions and texts are taken back.',
    es: 'Solo se retiran resultados, transacciones y textos.',
    pt: 'Só se desfazem resultados, transações e textos.',
    fr: 'Seuls les résultats, les transactions et les textes sont repris.',
  }),
  'UNDO.BUILT_ON': message<{ reason: string }>({
    en: 'Something was built on it since ({reason}). Nothing was changed: take back what came later first, or correct single figures.',
    es: 'Desde entonces algo se apoya en ella ({reason}). No se cambió nada: retire primero lo posterior o corrija cifras sueltas.',
    pt: 'Desde então algo se apoia nela ({reason}). Nada foi mudado: desfaça primeiro o que veio depois ou corrija números avulsos.',
    fr: 'Depuis, autre chose s’appuie dessus ({reason}). Rien n’a été changé : reprenez d’abord ce qui est venu après, ou corrigez des chiffres isolés.',
  }),
  'UNDO.NOT_RECORDED': message({
    en: 'It is older than the record of former rows, and cannot be taken back whole. Correct or withdraw single figures.',
    es: 'Es anterior al registro de filas previas y no puede retirarse entera. Corrija o retire cifras sueltas.',
    pt: 'É anterior ao registro das linhas antigas e não pode ser desfeita por inteiro. Corrija ou retire números avulsos.',
    fr: 'Elle est antérieure à l’historique des lignes, et ne peut être reprise en entier. Corrigez ou retirez des chiffres isolés.',
  }),
  'REMINDER.CHANGED': message({
    en: 'What is missing has changed since you looked: the text is another now. Look at it, and send it again.',
    es: 'Lo que falta cambió desde que lo vio: el texto es otro ahora. Revíselo y envíelo de nuevo.',
    pt: 'O que falta mudou desde que você olhou: o texto agora é outro. Examine-o e envie-o de novo.',
    fr: 'Ce qui manque a changé depuis que vous l’avez vu : le texte est maintenant un autre. Relisez-le, puis envoyez-le.',
  }),
  'REMINDER.NOBODY': message({
    en: 'Choose at least one person to whom the reminder goes.',
    es: 'Elija al menos una persona a quien enviar el recordatorio.',
    pt: 'Escolha ao menos uma pessoa a quem enviar o lembrete.',
    fr: 'Choisissez au moins une personne à qui envoyer le rappel.',
  }),
  'REMINDER.TOO_SOON': message({
    en: 'Somebody you chose was reminded of this in the last three days. Tick the box to remind them again.',
    es: 'Alguien a quien eligió recibió este recordatorio en los últimos tres días. Marque la casilla para enviarlo otra vez.',
    pt: 'Alguém que você escolheu recebeu este lembrete nos últimos três dias. Marque a caixa para enviá-lo de novo.',
    fr: 'Une personne choisie a reçu ce rappel au cours des trois derniers jours. Cochez la case pour l’envoyer encore.',
  }),
  'CLOSING.PROGRAM': message({
    en: 'There is no such programme. Choose one by its name or its code.',
    es: 'Ese programa no existe. Elija uno por su nombre o su código.',
    pt: 'Esse programa não existe. Escolha um por seu nome ou seu código.',
    fr: 'Ce programme n’existe pas. Choisissez-en un par son nom ou son code.',
  }),
  'CLOSING.DAY': message({
    en: 'This is no day. Write it as 2017-06-30.',
    es: 'Esto no es un día. Escríbalo como 2017-06-30.',
    pt: 'Isto não é um dia. Escreva-o como 2017-06-30.',
    fr: 'Ce n’est pas un jour. Écrivez-le comme 2017-06-30.',
  }),
  'CLOSING.NOT_YET': message({
    en: 'This day has not come: what is still to happen cannot be final.',
    es: 'Ese día no ha llegado: lo que está por ocurrir no puede ser definitivo.',
    pt: 'Esse dia ainda não chegou: o que está por acontecer não pode ser definitivo.',
    fr: 'Ce jour n’est pas encore venu : ce qui reste à venir ne peut être définitif.',
  }),
  'APPROVAL.OWN': message({
    en: 'Part of it you have entered yourself, and somebody else has to decide on that.',
    es: 'Una parte la ingresó usted, y sobre ella debe decidir otra persona.',
    pt: 'Uma parte foi inserida por você, e outra pessoa deve decidir sobre ela.',
    fr: 'Vous en avez saisi une partie vous-même, et c’est à quelqu’un d’autre d’en décider.',
  }),
  'APPROVAL.FAULTS': message({
    en: 'Some of it cannot be approved as it stands. Nothing was approved: give that back, or leave it out.',
    es: 'Una parte no puede aprobarse tal como está. No se aprobó nada: devuélvala o déjela fuera.',
    pt: 'Uma parte não pode ser aprovada como está. Nada foi aprovado: devolva-a ou deixe-a de fora.',
    fr: 'Une partie ne peut pas être approuvée en l’état. Rien n’a été approuvé : renvoyez-la, ou laissez-la de côté.',
  }),
  'APPROVAL.NO_COMMENT': message({
    en: 'Say in a few words why: whoever entered it reads them.',
    es: 'Diga en pocas palabras por qué: las leerá quien lo ingresó.',
    pt: 'Diga em poucas palavras por quê: quem inseriu vai lê-las.',
    fr: 'Dites pourquoi en quelques mots : la personne qui l’a saisi les lira.',
  }),
  'APPROVAL.NOTHING': message({
    en: 'Choose something first.',
    es: 'Elija algo primero.',
    pt: 'Escolha algo primeiro.',
    fr: 'Choisissez d’abord quelque chose.',
  }),
} as const;
