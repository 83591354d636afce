import { message } from '../message.ts';

/** What `/deliveries` says where the clock is far ahead of when the service last looked at what is due. */
export const standstillMessages = {
  title: message({
    en: 'Nothing is sent until somebody lets it go on',
    es: 'No se envía nada hasta que alguien lo reanude',
    pt: 'Nada é enviado até que alguém retome os envios',
    fr: 'Rien ne part tant que personne ne reprend les envois',
  }),
  what: message<{ from: string; to: string }>({
    en: 'The service last looked at what is due on {from}, and its clock says {to}. After more than 40 days it asks first, for a clock that is wrong looks the same.',
    es: 'El servicio miró por última vez lo que vence el {from}, y su reloj marca {to}. Pasados más de 40 días pregunta primero, pues un reloj equivocado se ve igual.',
    pt: 'O serviço olhou pela última vez o que vence em {from}, e seu relógio marca {to}. Depois de mais de 40 dias ele pergunta primeiro, pois um relógio errado parece o mesmo.',
    fr: 'Le service a regardé pour la dernière fois ce qui est dû le {from}, et son horloge indique {to}. Après plus de 40 jours il demande d’abord, car une horloge fausse se présente de même.',
  }),
  ifWrong: message({
    en: 'If the clock is wrong, put it right: nothing has been sent, and this goes away by itself.',
    es: 'Si el reloj está equivocado, corríjalo: no se ha enviado nada y este aviso desaparece solo.',
    pt: 'Se o relógio estiver errado, acerte-o: nada foi enviado, e este aviso some sozinho.',
    fr: 'Si l’horloge est fausse, réglez-la : rien n’est parti, et cet avis disparaît de lui-même.',
  }),
  ifRightLast: message({
    en: 'If it is right, let it go on: the last report of each kind goes out within a minute, and older ones wait here for you. The settings say so.',
    es: 'Si es correcto, reanude: el último informe de cada clase sale en un minuto, y los anteriores esperan aquí a que usted decida. Así lo dice la configuración.',
    pt: 'Se estiver certo, retome: o último relatório de cada tipo sai em um minuto, e os anteriores esperam aqui por você. As configurações dizem assim.',
    fr: 'Si elle est juste, reprenez : le dernier rapport de chaque sorte part dans la minute, et les précédents vous attendent ici. Les paramètres le disent ainsi.',
  }),
  ifRightAll: message({
    en: 'If it is right, let it go on: every report that was missed goes out, the oldest first. The settings say so.',
    es: 'Si es correcto, reanude: sale cada informe que faltó, primero el más antiguo. Así lo dice la configuración.',
    pt: 'Se estiver certo, retome: sai cada relatório que faltou, primeiro o mais antigo. As configurações dizem assim.',
    fr: 'Si elle est juste, reprenez : chaque rapport manqué part, le plus ancien d’abord. Les paramètres le disent ainsi.',
  }),
  goOn: message({ en: 'Go on', es: 'Reanudar', pt: 'Retomar', fr: 'Reprendre' }),
  done: message({
    en: 'It goes on: what fell due goes out within a minute.',
    es: 'Se reanuda: lo que venció sale en un minuto.',
    pt: 'Retomado: o que venceu sai em um minuto.',
    fr: 'C’est repris : ce qui était dû part dans la minute.',
  }),
} as const;
