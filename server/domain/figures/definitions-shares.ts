// Definitions of shares and of rates per 100 visits: each names its denominator.
import type { FigureDefinition } from './definitions.ts'
import type { ShareKey } from './keys.ts'

function share(
  key: ShareKey,
  en: [string, string],
  fr: [string, string],
  unit: 'share' | 'per-100-visits' = 'share',
): FigureDefinition {
  const name = { en: en[0], fr: fr[0] }
  return { key, kind: 'share', unit, version: 1, name, means: { en: en[1], fr: fr[1] } }
}
const rate = (key: ShareKey, en: [string, string], fr: [string, string]): FigureDefinition =>
  share(key, en, fr, 'per-100-visits')

export const DEFINED_SHARES: readonly FigureDefinition[] = [
  share(
    'withinTarget',
    [
      'Within target',
      'Of those served, and those who left after the target had passed: how many were served with a wait no longer than the target.',
    ],
    [
      'Dans la cible',
      'Parmi les personnes servies et celles parties une fois la cible dépassée\u00a0: la part servie après une attente ne dépassant pas la cible.',
    ],
  ),
  share(
    'withinTargetServed',
    [
      'Within target, of those served',
      'Of those served alone: how many waited no longer than the target. Whoever gave up is not in it.',
    ],
    [
      'Dans la cible, parmi les personnes servies',
      'Parmi les seules personnes servies\u00a0: la part dont l’attente n’a pas dépassé la cible. Les personnes qui ont renoncé n’y sont pas.',
    ],
  ),
  share(
    'noShow',
    ['No-shows', 'Called and never came, of all that were called.'],
    ['Absences', 'Appelées sans jamais se présenter, parmi toutes les visites appelées.'],
  ),
  share(
    'left',
    [
      'Left before the call',
      'Left or removed before they were ever called, of all that arrived. Those whom the night closed are not in it.',
    ],
    [
      'Départs avant l’appel',
      'Parties ou retirées avant tout appel, parmi toutes les arrivées. Les visites fermées d’office la nuit n’y sont pas.',
    ],
  ),
  share(
    'walkAway',
    [
      'Walked away',
      'Came to a kiosk and went without a ticket, of all who came. Not measured: kiosks do not tell.',
    ],
    [
      'Reparties sans billet',
      'Venues à une borne et reparties sans billet, parmi toutes les personnes venues. Non mesuré\u00a0: les bornes ne le disent pas.',
    ],
  ),
  share(
    'bookedNotCome',
    [
      'Appointments not kept',
      'Booked and never here, of all booked. Those called off stay counted.',
    ],
    [
      'Rendez-vous manqués',
      'Personnes attendues jamais présentées, parmi tous les rendez-vous. Ceux annulés restent comptés.',
    ],
  ),
  share(
    'bookedLate',
    [
      'Appointments late',
      'Here later than the booked time and the office’s grace, of those booked who came.',
    ],
    [
      'Rendez-vous en retard',
      'Arrivées après l’heure du rendez-vous et la tolérance du bureau, parmi les personnes venues sur rendez-vous.',
    ],
  ),
  share(
    'firstVisit',
    [
      'Done at the first visit',
      'Visits whose every request ended with the office’s first outcome, of those served whose outcomes were recorded.',
    ],
    [
      'Réglées dès la première visite',
      'Visites dont chaque demande s’est terminée par le premier résultat de la liste du bureau, parmi celles servies dont les résultats ont été notés.',
    ],
  ),
  share(
    'clean',
    ['Data quality', 'Visits without any reason to doubt their record, of all visits.'],
    [
      'Qualité des données',
      'Visites sans aucune raison de douter de leur inscription, parmi toutes.',
    ],
  ),
  rate(
    'transferRate',
    ['Transfers', 'Transfers per 100 visits.'],
    ['Transferts', 'Nombre de transferts pour 100 visites.'],
  ),
  rate(
    'returnRate',
    ['Sent back in line', 'How often people were sent back in line, per 100 visits.'],
    ['Remises en file', 'Nombre de remises en file pour 100 visites.'],
  ),
  rate(
    'recallRate',
    ['Recalls', 'How often the same call was made again, per 100 visits called.'],
    ['Rappels', 'Nombre de rappels pour 100 visites appelées.'],
  ),
  rate(
    'undoRate',
    ['Undone steps', 'Steps taken back, per 100 visits.'],
    ['Étapes annulées', 'Nombre d’étapes annulées pour 100 visites.'],
  ),
  rate(
    'overtakeRate',
    [
      'Overtakes',
      'How many who had arrived earlier were passed over at the last call, per 100 visits called.',
    ],
    [
      'Dépassements',
      'Nombre de personnes arrivées plus tôt et dépassées lors du dernier appel, pour 100 visites appelées.',
    ],
  ),
  rate(
    'holdRate',
    ['Times on hold', 'Stretches on hold, per 100 visits.'],
    ['Mises de côté', 'Nombre de mises de côté pour 100 visites.'],
  ),
  share(
    'utilisation',
    [
      'Utilisation',
      'Time called, serving and in wrap-up, of the time agents were signed in and not on a break. Two visits at once count once.',
    ],
    [
      'Utilisation',
      'Temps d’appel, de service et de conclusion, parmi le temps où les agents et agentes étaient en poste hors pause. Deux visites en même temps comptent une fois.',
    ],
  ),
  share(
    'occupancy',
    [
      'Occupancy',
      'Time called, serving and in wrap-up, of that time and the time agents stood ready: time away and back-office work are left out.',
    ],
    [
      'Occupation',
      'Temps d’appel, de service et de conclusion, parmi ce temps et celui où les agents et agentes étaient disponibles\u00a0: absences et travail de bureau exclus.',
    ],
  ),
]
