// Definitions of the figures that have a distribution, all of them lengths of time.
import type { FigureDefinition } from './definitions.ts'
import type { SpreadKey } from './keys.ts'

function spread(key: SpreadKey, en: [string, string], fr: [string, string]): FigureDefinition {
  const name = { en: en[0], fr: fr[0] }
  return { key, kind: 'spread', unit: 'time', version: 1, name, means: { en: en[1], fr: fr[1] } }
}

export const DEFINED_SPREADS: readonly FigureDefinition[] = [
  spread(
    'preTicket',
    [
      'Wait before the ticket',
      'From the moment staff began to take a person in until their ticket was given. Known only where it was recorded; where it was not, it is unknown and not zero. The line at the door, counted by staff, is shown beside it.',
    ],
    [
      'Attente avant le billet',
      'Du moment où le personnel commence à accueillir une personne jusqu’à la remise de son billet. Connue seulement si elle a été notée; sinon elle est inconnue, et non nulle. La file à la porte, comptée par le personnel, figure à côté.',
    ],
  ),
  spread(
    'wait',
    [
      'Wait',
      'All stretches of waiting up to the last call, each counted from the booked time at the earliest. Time on hold and in service is left out. Calling the same person again moves nothing; sent back in line, a person waits on. Of visits that were called or taken at once.',
    ],
    [
      'Attente',
      'Toutes les périodes d’attente jusqu’au dernier appel, chacune comptée au plus tôt à partir de l’heure du rendez-vous. Le temps de mise de côté et le service n’en font pas partie. Un rappel ne change rien; une personne remise en file continue d’attendre. Pour les visites appelées ou servies immédiatement.',
    ],
  ),
  spread(
    'waitSoFar',
    [
      'Wait so far',
      'The wait, up to now, of those who still wait: shown beside the wait of those who were called, which leaves out whoever waits longest. Only of the present moment.',
    ],
    [
      'Attente jusqu’ici',
      'L’attente, jusqu’à maintenant, des personnes qui attendent encore\u00a0: montrée à côté de celle des personnes appelées, qui oublie qui attend le plus longtemps. Seulement pour le moment présent.',
    ],
  ),
  spread(
    'callToDesk',
    [
      'Call to counter',
      'From the last call to the start of service. Unknown, and not zero, where nobody was called or where service did not follow the call.',
    ],
    [
      'De l’appel au guichet',
      'Du dernier appel au début du service. Inconnu, et non nul, si personne n’a été appelé ou si le service n’a pas suivi l’appel.',
    ],
  ),
  spread(
    'serviceTime',
    [
      'Service time',
      'All stretches of service of one request: each service of a visit counts for itself. Time on hold is left out.',
    ],
    [
      'Durée de service',
      'Toutes les périodes de service d’une même demande\u00a0: chaque service d’une visite compte pour lui-même. Le temps de mise de côté n’en fait pas partie.',
    ],
  ),
  spread(
    'handleTime',
    [
      'Handling time',
      'All the time an agent gave one visit: service of all its requests, the wrap-up that followed, and the time it took to take the person in, where it is known.',
    ],
    [
      'Durée de traitement',
      'Tout le temps qu’un agent ou une agente a consacré à une visite\u00a0: le service de toutes ses demandes, la conclusion qui a suivi et l’accueil, si sa durée est connue.',
    ],
  ),
  spread(
    'holdTime',
    [
      'Time on hold',
      'All stretches on hold of a visit that was on hold at least once. How often is its own figure.',
    ],
    [
      'Temps de mise de côté',
      'Toutes les périodes de mise de côté d’une visite qui l’a été au moins une fois. Leur nombre est un chiffre à part.',
    ],
  ),
  spread(
    'timeInOffice',
    [
      'Time in the office',
      'From being here to the end of the visit: the sum of all its stretches, exactly.',
    ],
    [
      'Temps au bureau',
      'De la présence au bureau à la fin de la visite\u00a0: la somme exacte de toutes ses périodes.',
    ],
  ),
  spread(
    'timeToLeave',
    [
      'Time until leaving',
      'How long those had waited who left, or were removed, before they were ever called.',
    ],
    [
      'Temps avant le départ',
      'Le temps d’attente des personnes parties, ou retirées de la file, avant d’être appelées.',
    ],
  ),
  spread(
    'lateBy',
    [
      'Late by',
      'How long after the booked time people came who were late; within the office’s grace counts too.',
    ],
    [
      'Retard',
      'Le temps écoulé entre l’heure du rendez-vous et l’arrivée des personnes en retard, tolérance du bureau comprise.',
    ],
  ),
]
