// Definitions of plain counts, of rates per hour, of levels at an instant, and of what is none of these.
import type { FigureDefinition, FigureKind, FigureUnit } from './definitions.ts'

const of =
  (kind: FigureKind, unit: FigureUnit) =>
  (key: FigureDefinition['key'], en: [string, string], fr: [string, string]): FigureDefinition => {
    const name = { en: en[0], fr: fr[0] }
    return { key, kind, unit, version: 1, name, means: { en: en[1], fr: fr[1] } }
  }
const count = of('count', 'visits')
const rate = of('rate', 'per-hour')
const level = of('level', 'people')

export const DEFINED_COUNTS: readonly FigureDefinition[] = [
  count(
    'visits',
    [
      'Visits',
      'All visits of the period, in the half hour in which the person was here, whatever became of them. A ticket taken back at once is none.',
    ],
    [
      'Visites',
      'Toutes les visites de la période, dans la demi-heure où la personne s’est présentée, quelle qu’en soit la suite. Un billet annulé aussitôt n’en est pas une.',
    ],
  ),
  count(
    'people',
    ['People', 'As visits, each counted as the people who share the ticket.'],
    [
      'Personnes',
      'Comme les visites, chacune comptée selon le nombre de personnes qui partagent le billet.',
    ],
  ),
  count(
    'arrived',
    ['Arrived', 'Visits of people who were here: those expected who never came are not in it.'],
    [
      'Arrivées',
      'Visites de personnes présentes\u00a0: celles attendues qui ne sont pas venues n’y sont pas.',
    ],
  ),
  count(
    'served',
    ['Served', 'Visits that ended with every request finished.'],
    ['Servies', 'Visites terminées dont toutes les demandes ont été traitées.'],
  ),
  count(
    'stillHere',
    ['Still here', 'Visits that have not ended: waiting, called, in service or on hold.'],
    [
      'Encore sur place',
      'Visites non terminées\u00a0: en attente, appelées, en service ou mises de côté.',
    ],
  ),
  count(
    'stillExpected',
    ['Still expected', 'Joined from afar or booked, and not here yet.'],
    ['Encore attendues', 'Inscrites à distance ou sur rendez-vous, et pas encore sur place.'],
  ),
  count(
    'notCome',
    ['Never came', 'Expected, and over without having been here.'],
    ['Jamais venues', 'Attendues, et terminées sans s’être présentées.'],
  ),
  count(
    'closed',
    [
      'Closed by the night',
      'Still open when the night closed the day: never counted as served, left or no-show.',
    ],
    [
      'Fermées d’office la nuit',
      'Encore ouvertes quand la nuit a clos la journée\u00a0: jamais comptées comme servies, parties ou absentes.',
    ],
  ),
  count(
    'requests',
    ['Requests', 'Requests finished: a visit may have several.'],
    ['Demandes', 'Demandes traitées\u00a0: une visite peut en avoir plusieurs.'],
  ),
  count(
    'transactions',
    ['Transactions', 'Quantities of the requests finished.'],
    ['Transactions', 'Quantités des demandes traitées.'],
  ),
  count(
    'flagged',
    ['Doubtful', 'Visits with at least one reason to doubt their record.'],
    ['Douteuses', 'Visites dont l’inscription donne au moins une raison de douter.'],
  ),
  count(
    'corrected',
    ['Corrected', 'Visits whose end a manager has corrected, with a reason.'],
    ['Corrigées', 'Visites dont la fin a été corrigée par la ou le gestionnaire, avec un motif.'],
  ),
  rate(
    'arrivals',
    ['Arrivals per hour', 'People’s visits that began, per hour in which the office was at work.'],
    ['Arrivées par heure', 'Visites commencées, par heure d’activité du bureau.'],
  ),
  rate(
    'visitsFinished',
    [
      'Visits finished per hour',
      'Visits served, in the half hour in which they ended, per hour at work.',
    ],
    [
      'Visites terminées par heure',
      'Visites servies, dans la demi-heure où elles se sont terminées, par heure d’activité.',
    ],
  ),
  rate(
    'transactionsFinished',
    [
      'Transactions per hour',
      'Quantities of requests finished, in the half hour in which their visit ended, per hour at work.',
    ],
    [
      'Transactions par heure',
      'Quantités des demandes traitées, dans la demi-heure où leur visite s’est terminée, par heure d’activité.',
    ],
  ),
  level(
    'peopleHere',
    [
      'Visits in the office',
      'Waiting, called, in service and on hold, at an instant: the mean over time, and the most.',
    ],
    [
      'Visites sur place',
      'En attente, appelées, en service et mises de côté, à un instant\u00a0: la moyenne dans le temps et le maximum.',
    ],
  ),
  level(
    'peopleWaiting',
    ['Visits waiting', 'Waiting at an instant: the mean over time, and the most.'],
    [
      'Visites en attente',
      'En attente à un instant\u00a0: la moyenne dans le temps et le maximum.',
    ],
  ),
  level(
    'openCounters',
    [
      'Open counters',
      'Counters with an agent who is neither on a break nor away: the mean over time, and the most.',
    ],
    [
      'Guichets ouverts',
      'Guichets dont l’agent ou l’agente n’est ni en pause ni absente\u00a0: la moyenne dans le temps et le maximum.',
    ],
  ),
  of('other', 'minutes')(
    'doing',
    [
      'What agents did',
      'Minutes of agents signed in: serving, called, wrap-up, ready and idle, on a break, away, back office. Together they are the time signed in, exactly.',
    ],
    [
      'Temps du personnel',
      'Minutes des agents et agentes en poste\u00a0: service, appel, conclusion, disponibilité, pause, absence, travail de bureau. Leur somme est le temps en poste, exactement.',
    ],
  ),
  of('other', 'minutes')(
    'costMinutes',
    [
      'Minutes by programme',
      'Minutes of service, wrap-up, hold and preparation by the programme for which the service was delivered that day. Idle time is shown apart.',
    ],
    [
      'Minutes par programme',
      'Minutes de service, de conclusion, de mise de côté et d’accueil selon le programme pour lequel le service a été rendu ce jour-là. Le temps d’inactivité figure à part.',
    ],
  ),
  of('other', 'people')(
    'doorLine',
    ['Line at the door', 'People counted by staff at the door, before they had a ticket.'],
    ['File à la porte', 'Personnes comptées par le personnel à la porte, avant d’avoir un billet.'],
  ),
  of('other', 'visits')(
    'whatHelps',
    [
      'What would help',
      'Of those who have waited too long (while nobody has, of those who soon will have): who may call them now, by work profile, language and kind of counter, exactly as the call itself decides; who is on a break and would; which services nobody takes; how many wait for each open counter, now and with one more. By how much the wait would become shorter is not said: it is not known.',
    ],
    [
      'Ce qui aiderait',
      'Parmi les personnes qui attendent trop longtemps (ou, s’il n’y en a pas, bientôt trop longtemps)\u00a0: qui peut les appeler maintenant, selon le profil, la langue et le type de guichet, exactement comme l’appel en décide; qui est en pause et pourrait le faire; quels services ne sont pris par personne; combien attendent par guichet ouvert, maintenant et avec un de plus. La diminution de l’attente n’est pas indiquée\u00a0: elle n’est pas connue.',
    ],
  ),
]
