import { message } from '../message.ts';

/** Why a form of the page of settings was not taken, by the code of the error. */
export const settingsErrors = {
  'SETTINGS.NAME': message({
    en: 'A name has at most 200 characters, on one line.',
    es: 'Un nombre tiene como máximo 200 caracteres, en una sola línea.',
    pt: 'Um nome tem no máximo 200 caracteres, em uma só linha.',
    fr: 'Un nom compte au plus 200 caractères, sur une seule ligne.',
  }),
  'SETTINGS.NAME_MISSING': message({
    en: 'Give the name itself, too: it stands wherever a language has none of its own.',
    es: 'Indique también el nombre mismo: aparece donde un idioma no tiene uno propio.',
    pt: 'Informe também o próprio nome: ele aparece onde um idioma não tem um nome seu.',
    fr: 'Indiquez aussi le nom lui-même : il figure là où une langue n’en a pas de propre.',
  }),
  'SETTINGS.COLOUR': message({
    en: 'A colour is # and six digits or letters from a to f, as in #0b5cab.',
    es: 'Un color es # y seis dígitos o letras de la a a la f, como #0b5cab.',
    pt: 'Uma cor é # e seis dígitos ou letras de a a f, como #0b5cab.',
    fr: 'Une couleur s’écrit # suivi de six chiffres ou lettres de a à f, comme #0b5cab.',
  }),
  'SETTINGS.DOMAIN': message<{ domain: string }>({
    en: '“{domain}” is no domain. Write what stands behind the @ of an address, as in oas.org.',
    es: '«{domain}» no es un dominio. Escriba lo que va después de la @ de una dirección, como oas.org.',
    pt: '“{domain}” não é um domínio. Escreva o que vem depois da @ de um endereço, como oas.org.',
    fr: '« {domain} » n’est pas un domaine. Écrivez ce qui suit le @ d’une adresse, comme oas.org.',
  }),
  'SETTINGS.DOMAINS': message<{ most: string }>({
    en: 'That are more than {most} domains. Name fewer.',
    es: 'Son más de {most} dominios. Indique menos.',
    pt: 'São mais de {most} domínios. Indique menos.',
    fr: 'Cela fait plus de {most} domaines. Indiquez-en moins.',
  }),
  'SETTINGS.CURRENCY': message({
    en: 'Choose a currency of the list.',
    es: 'Elija una moneda de la lista.',
    pt: 'Escolha uma moeda da lista.',
    fr: 'Choisissez une monnaie de la liste.',
  }),
  'SETTINGS.CURRENCY_FIXED': message({
    en: 'Not saved: an exchange rate or a transaction has been stored since, so the reporting currency stays.',
    es: 'No se guardó: entretanto se guardó un tipo de cambio o una transacción, así que la moneda de los informes no cambia.',
    pt: 'Não foi salvo: nesse meio-tempo foi registrada uma taxa de câmbio ou uma transação, e por isso a moeda dos relatórios não muda.',
    fr: 'Non enregistré : un taux de change ou une transaction a été enregistré entre-temps, la monnaie des rapports reste donc la même.',
  }),
  'SETTINGS.NO_LANGUAGE': message({
    en: 'Offer at least one language.',
    es: 'Ofrezca al menos un idioma.',
    pt: 'Ofereça pelo menos um idioma.',
    fr: 'Proposez au moins une langue.',
  }),
  'SETTINGS.FIRST_LANGUAGE': message({
    en: 'Choose one of the languages that are offered.',
    es: 'Elija uno de los idiomas que se ofrecen.',
    pt: 'Escolha um dos idiomas que são oferecidos.',
    fr: 'Choisissez l’une des langues proposées.',
  }),
  'SETTINGS.DAY': message({
    en: 'A whole number from 1 to 28: every month has these days.',
    es: 'Un número entero del 1 al 28: todos los meses tienen esos días.',
    pt: 'Um número inteiro de 1 a 28: todos os meses têm esses dias.',
    fr: 'Un nombre entier de 1 à 28 : tous les mois ont ces jours.',
  }),
  'SETTINGS.TIME_ZONE': message({
    en: 'Choose a time zone of the list.',
    es: 'Elija un huso horario de la lista.',
    pt: 'Escolha um fuso horário da lista.',
    fr: 'Choisissez un fuseau horaire de la liste.',
  }),
  'LOGO.NONE': message({
    en: 'Choose a file first.',
    es: 'Elija primero un archivo.',
    pt: 'Escolha primeiro um arquivo.',
    fr: 'Choisissez d’abord un fichier.',
  }),
  'LOGO.LARGE': message({
    en: 'The file is larger than 256 kB. Save the logo smaller, or as SVG.',
    es: 'El archivo supera los 256 kB. Guarde el logotipo más pequeño o como SVG.',
    pt: 'O arquivo tem mais de 256 kB. Salve o logotipo menor ou como SVG.',
    fr: 'Le fichier dépasse 256 ko. Enregistrez le logo en plus petit, ou en SVG.',
  }),
  'LOGO.TYPE': message({
    en: 'This is neither a PNG nor an SVG, whatever its name says.',
    es: 'No es ni un PNG ni un SVG, diga lo que diga su nombre.',
    pt: 'Não é um PNG nem um SVG, seja qual for o nome do arquivo.',
    fr: 'Ce n’est ni un PNG ni un SVG, quel que soit son nom.',
  }),
  'LOGO.BROKEN': message({
    en: 'The file is not whole, or has been damaged. Save it anew.',
    es: 'El archivo está incompleto o dañado. Guárdelo de nuevo.',
    pt: 'O arquivo está incompleto ou danificado. Salve-o de novo.',
    fr: 'Le fichier est incomplet ou endommagé. Enregistrez-le à nouveau.',
  }),
  'LOGO.PIXELS': message<{ width: string; height: string }>({
    en: 'It has {width} × {height} pixels. A PNG has at least 40 and at most 2,000 either way.',
    es: 'Tiene {width} × {height} píxeles. Un PNG tiene como mínimo 40 y como máximo 2000 en cada sentido.',
    pt: 'Tem {width} × {height} pixels. Um PNG tem no mínimo 40 e no máximo 2.000 em cada sentido.',
    fr: 'Il compte {width} × {height} pixels. Un PNG en a de 40 à 2 000 dans chaque sens.',
  }),
  'LOGO.SHAPE': message({
    en: 'It is too long or too high: at most ten times as wide as high, or three times as high as wide.',
    es: 'Es demasiado ancho o demasiado alto: como máximo diez veces más ancho que alto, o tres veces más alto que ancho.',
    pt: 'É largo ou alto demais: no máximo dez vezes mais largo que alto, ou três vezes mais alto que largo.',
    fr: 'Il est trop large ou trop haut : au plus dix fois plus large que haut, ou trois fois plus haut que large.',
  }),
  'LOGO.SVG_PART': message<{ part: string }>({
    en: 'The SVG holds {part}, which is not shown here: only shapes, their colours and cuts are. Turn letters into paths and save it as “plain SVG”, or send a PNG.',
    es: 'El SVG contiene {part}, que aquí no se muestra: solo formas, sus colores y recortes. Convierta las letras en trazados y guárdelo como «SVG plano», o envíe un PNG.',
    pt: 'O SVG contém {part}, que não é mostrado aqui: apenas formas, suas cores e recortes. Converta as letras em caminhos e salve como “SVG simples”, ou envie um PNG.',
    fr: 'Le SVG contient {part}, qui n’est pas affiché ici : seules le sont les formes, leurs couleurs et leurs découpes. Convertissez les lettres en tracés et enregistrez-le en « SVG simple », ou envoyez un PNG.',
  }),
  'LOGO.SVG_REFERENCE': message<{ to: string }>({
    en: 'The SVG refers to something outside it: {to}. Embed nothing, or send a PNG.',
    es: 'El SVG remite a algo externo: {to}. Quite la referencia o envíe un PNG.',
    pt: 'O SVG remete a algo externo: {to}. Retire a referência ou envie um PNG.',
    fr: 'Le SVG renvoie à un élément extérieur : {to}. Retirez ce renvoi, ou envoyez un PNG.',
  }),
  'LOGO.SVG_SIZE': message({
    en: 'The SVG does not say how large it is: it needs a viewBox, or a width and a height in pixels.',
    es: 'El SVG no dice su tamaño: necesita un viewBox, o un ancho y un alto en píxeles.',
    pt: 'O SVG não diz o seu tamanho: precisa de um viewBox, ou de largura e altura em pixels.',
    fr: 'Le SVG ne dit pas sa taille : il lui faut un viewBox, ou une largeur et une hauteur en pixels.',
  }),
} as const;
