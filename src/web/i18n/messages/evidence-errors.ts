import { message } from '../message.ts';

/** Why evidence was not taken, or a decision about it, by the code of the error. */
export const evidenceErrors = {
  'EVIDENCE.NO_FILE': message({
    en: 'No file was chosen, or it is empty.',
    es: 'No se eligió ningún archivo, o está vacío.',
    pt: 'Nenhum arquivo foi escolhido, ou está vazio.',
    fr: 'Aucun fichier n’a été choisi, ou il est vide.',
  }),
  'EVIDENCE.TOO_LARGE': message<{ megabytes: string }>({
    en: 'The file is larger than {megabytes} MB. Bring a smaller one, or a link to it.',
    es: 'El archivo supera los {megabytes} MB. Traiga uno más pequeño, o un enlace a él.',
    pt: 'O arquivo passa de {megabytes} MB. Traga um menor, ou um link para ele.',
    fr: 'Le fichier dépasse {megabytes} Mo. Apportez-en un plus petit, ou un lien vers lui.',
  }),
  'EVIDENCE.TYPE': message({
    en: 'A file of this type is not taken. Bring a PDF, a picture (PNG, JPEG, WebP), a Word, Excel or LibreOffice file, CSV, or text in UTF-8.',
    es: 'No se acepta un archivo de este tipo. Traiga un PDF, una imagen (PNG, JPEG, WebP), un archivo de Word, Excel o LibreOffice, CSV, o texto en UTF-8.',
    pt: 'Um arquivo deste tipo não é aceito. Traga um PDF, uma imagem (PNG, JPEG, WebP), um arquivo do Word, Excel ou LibreOffice, CSV, ou texto em UTF-8.',
    fr: 'Un fichier de ce type n’est pas accepté. Apportez un PDF, une image (PNG, JPEG, WebP), un fichier Word, Excel ou LibreOffice, CSV, ou du texte en UTF-8.',
  }),
  'EVIDENCE.MARKUP': message({
    en: 'The file is a web page, a drawing or a script, which a browser would carry out. Bring it as a PDF or a picture.',
    es: 'El archivo es una página web, un dibujo o un script, que un navegador ejecutaría. Tráigalo como PDF o imagen.',
    pt: 'O arquivo é uma página web, um desenho ou um script, que um navegador executaria. Traga-o como PDF ou imagem.',
    fr: 'Le fichier est une page web, un dessin ou un script, qu’un navigateur exécuterait. Apportez-le en PDF ou en image.',
  }),
  'EVIDENCE.ACTIVE': message({
    en: 'The file holds macros, scripts, programs or other files. Bring it as a PDF without them.',
    es: 'El archivo contiene macros, scripts, programas u otros archivos. Tráigalo como PDF sin ellos.',
    pt: 'O arquivo contém macros, scripts, programas ou outros arquivos. Traga-o como PDF sem eles.',
    fr: 'Le fichier contient des macros, des scripts, des programmes ou d’autres fichiers. Apportez-le en PDF sans eux.',
  }),
  'EVIDENCE.ENCRYPTED': message({
    en: 'The file is encrypted: it has a password, or forbids copying or printing. Nobody could check what it holds, and whoever opens it later may lack the password. Save or print it as a new file without one, and bring that.',
    es: 'El archivo está cifrado: tiene contraseña, o prohíbe copiar o imprimir. Nadie podría comprobar qué contiene, y a quien lo abra después puede faltarle la contraseña. Guárdelo o imprímalo como un archivo nuevo sin ella y tráigalo.',
    pt: 'O arquivo está criptografado: tem senha, ou proíbe copiar ou imprimir. Ninguém poderia verificar o que contém, e a quem o abrir depois pode faltar a senha. Salve-o ou imprima-o como um arquivo novo sem ela e traga-o.',
    fr: 'Le fichier est chiffré : il a un mot de passe, ou interdit de copier ou d’imprimer. Personne ne pourrait vérifier ce qu’il contient, et qui l’ouvrira plus tard n’aura peut-être pas le mot de passe. Enregistrez-le ou imprimez-le comme un nouveau fichier sans protection, et apportez-le.',
  }),
  'EVIDENCE.UNREADABLE': message({
    en: 'The file is not whole, or has a password. Save it anew without one, and bring that.',
    es: 'El archivo no está completo, o tiene contraseña. Guárdelo de nuevo sin ella y tráigalo.',
    pt: 'O arquivo não está inteiro, ou tem senha. Salve-o de novo sem ela e traga-o.',
    fr: 'Le fichier n’est pas entier, ou a un mot de passe. Enregistrez-le à nouveau sans, et apportez-le.',
  }),
  'EVIDENCE.BOMB': message({
    en: 'The file unpacks to more than a document holds. Save the document anew, and bring that.',
    es: 'El archivo se descomprime en más de lo que cabe en un documento. Guárdelo de nuevo y tráigalo.',
    pt: 'O arquivo se descompacta em mais do que cabe num documento. Salve-o de novo e traga-o.',
    fr: 'Le fichier se décompresse en plus que ne contient un document. Enregistrez-le à nouveau, et apportez-le.',
  }),
  'EVIDENCE.TITLE': message({
    en: 'Give it a title, of 300 characters at most.',
    es: 'Dele un título, de 300 caracteres como máximo.',
    pt: 'Dê-lhe um título, de no máximo 300 caracteres.',
    fr: 'Donnez-lui un titre, de 300 caractères au plus.',
  }),
  'EVIDENCE.ADDRESS': message({
    en: 'Write an address that begins with https:// or http://, without a name and password in it.',
    es: 'Escriba una dirección que empiece por https:// o http://, sin usuario ni contraseña.',
    pt: 'Escreva um endereço que comece com https:// ou http://, sem usuário nem senha.',
    fr: 'Écrivez une adresse qui commence par https:// ou http://, sans nom ni mot de passe.',
  }),
  'EVIDENCE.QUOTATION': message({
    en: 'Write the words that are quoted, 4,000 characters at most.',
    es: 'Escriba las palabras citadas, 4.000 caracteres como máximo.',
    pt: 'Escreva as palavras citadas, no máximo 4.000 caracteres.',
    fr: 'Écrivez les mots cités, 4 000 caractères au plus.',
  }),
  'EVIDENCE.PAGE': message({
    en: 'Say on which page it stands, in 80 characters at most.',
    es: 'Diga en qué página está, en 80 caracteres como máximo.',
    pt: 'Diga em que página está, em no máximo 80 caracteres.',
    fr: 'Dites à quelle page elle se trouve, en 80 caractères au plus.',
  }),
  'EVIDENCE.TWICE': message({
    en: 'This file is attached to the figure already.',
    es: 'Este archivo ya está adjunto a la cifra.',
    pt: 'Este arquivo já está anexado ao número.',
    fr: 'Ce fichier est déjà joint au chiffre.',
  }),
  'EVIDENCE.TOO_MANY': message<{ most: string }>({
    en: 'A figure has {most} pieces of evidence at most. Withdraw one first.',
    es: 'Una cifra tiene como máximo {most} evidencias. Retire una antes.',
    pt: 'Um número tem no máximo {most} evidências. Retire uma antes.',
    fr: 'Un chiffre a au plus {most} justificatifs. Retirez-en un d’abord.',
  }),
  'EVIDENCE.REASON': message({
    en: 'Say why it is withdrawn, in 500 characters at most.',
    es: 'Diga por qué se retira, en 500 caracteres como máximo.',
    pt: 'Diga por que se retira, em no máximo 500 caracteres.',
    fr: 'Dites pourquoi il est retiré, en 500 caractères au plus.',
  }),
  'EVIDENCE.OWN': message({
    en: 'Nobody confirms what is their own. Somebody else has to.',
    es: 'Nadie confirma lo suyo. Debe hacerlo otra persona.',
    pt: 'Ninguém confirma o que é seu. Outra pessoa precisa fazê-lo.',
    fr: 'Personne ne confirme ce qui est à soi. Quelqu’un d’autre doit le faire.',
  }),
  'EVIDENCE.NOT_YOURS': message({
    en: 'The figure is of a programme that is not yours.',
    es: 'La cifra es de un programa que no le corresponde.',
    pt: 'O número é de um programa que não lhe cabe.',
    fr: 'Le chiffre est d’un programme qui n’est pas le vôtre.',
  }),
  'EVIDENCE.MEANWHILE': message({
    en: 'It was confirmed or withdrawn meanwhile. Nothing was done: look at it again.',
    es: 'Entretanto se confirmó o se retiró. No se hizo nada: vuelva a mirarlo.',
    pt: 'Entretanto foi confirmado ou retirado. Nada foi feito: olhe de novo.',
    fr: 'Entre-temps, il a été confirmé ou retiré. Rien n’a été fait : regardez à nouveau.',
  }),
  'EVIDENCE.WITH_ITS_ROW': message({
    en: 'It is approved with the row with which it came, and not by itself.',
    es: 'Se aprueba con la fila con la que llegó, y no por separado.',
    pt: 'É aprovado com a linha com que veio, e não sozinho.',
    fr: 'Il est approuvé avec la ligne avec laquelle il est venu, et non à part.',
  }),
  'EVIDENCE.NO_RESULT': message({
    en: 'Evidence is attached to results, and this row is none.',
    es: 'La evidencia se adjunta a resultados, y esta fila no lo es.',
    pt: 'A evidência se anexa a resultados, e esta linha não é um.',
    fr: 'Les justificatifs se joignent à des résultats, et cette ligne n’en est pas un.',
  }),
  'ENTRY.CHANGED_MEANWHILE': message({
    en: 'The row was submitted, or is not yours. Take it back first: what it rests on is then yours to change.',
    es: 'La fila ya fue enviada, o no es suya. Retírela primero: entonces podrá cambiar en qué se apoya.',
    pt: 'A linha já foi enviada, ou não é sua. Retire-a primeiro: então você poderá mudar em que ela se apoia.',
    fr: 'La ligne est déjà soumise, ou n’est pas à vous. Reprenez-la d’abord : vous pourrez alors changer sur quoi elle repose.',
  }),
  'EVIDENCE.UNKNOWN': message({
    en: 'There is no such evidence, or it is not for you.',
    es: 'No existe esa evidencia, o no es para usted.',
    pt: 'Não existe essa evidência, ou não é para você.',
    fr: 'Ce justificatif n’existe pas, ou n’est pas pour vous.',
  }),
  'LIMIT.REACHED': message<{ minutes: number }>({
    en: 'Much was attached in a short time, so this was not. What was attached before is kept. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
    es: 'Se adjuntó mucho en poco tiempo, por lo que esto no se adjuntó. Lo anterior queda guardado. Inténtelo de nuevo en {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
    pt: 'Muito foi anexado em pouco tempo, por isso isto não foi. O que foi anexado antes fica guardado. Tente de novo em {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
    fr: 'Beaucoup a été joint en peu de temps : ceci ne l’a donc pas été. Ce qui a été joint avant est conservé. Réessayez dans {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}.',
  }),
  'FILE_STORE.AWAY': message({
    en: 'The place where files are kept does not answer. Try again in a minute.',
    es: 'El lugar donde se guardan los archivos no responde. Inténtelo de nuevo en un minuto.',
    pt: 'O lugar onde os arquivos são guardados não responde. Tente de novo em um minuto.',
    fr: 'L’endroit où sont gardés les fichiers ne répond pas. Réessayez dans une minute.',
  }),
} as const;
