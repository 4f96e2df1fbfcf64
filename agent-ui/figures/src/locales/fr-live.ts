// What the live pages say in French: one office, all offices, thresholds that are crossed.
import type * as english from './en-live.ts'

export const live: typeof english.live = {
  live: 'En direct',
  since: 'Pas à jour depuis {time}.',
  sinceHint: 'Ces chiffres sont ceux de ce moment-là.',
}

export const alerts: typeof english.alerts = {
  label: 'Seuils dépassés',
  wait: '{ticket} attend depuis {minutes} minutes\u00a0: {service}.',
  hold: '{ticket} est de côté depuis {minutes} minutes\u00a0: {service}.',
  service: 'Le service de {ticket} dure depuis {minutes} minutes\u00a0: {service}.',
  more: 'Et 1 autre | Et {count} autres',
  dismiss: 'Masquer',
  loud: 'M’avertir par un son et une notification',
}

export const now: typeof english.now = {
  heading: '{office} en ce moment',
  other: 'Bureau',
  answer: {
    question: 'Attend-on trop longtemps?',
    yes: 'Oui\u00a0: 1 billet attend depuis {minutes} minutes ou plus | Oui\u00a0: {count} billets attendent depuis {minutes} minutes ou plus',
    soon: 'Pas encore\u00a0: 1 billet attend depuis {attention} minutes; {minutes}, c’est trop | Pas encore\u00a0: {count} billets attendent depuis {attention} minutes; {minutes}, c’est trop',
    no: 'Non\u00a0: personne n’attend longtemps ({minutes} minutes, c’est trop)',
    nobody: 'Non\u00a0: personne n’attend',
    where: 'Où\u00a0: {services}',
  },
  help: {
    heading: 'Ce qui aiderait',
    ready:
      'Disponible, sans personne\u00a0: {counters}. Voyez ce que le poste prend. | Disponibles, sans personne\u00a0: {counters}. Voyez ce que les postes prennent.',
    away: 'En pause, hors du poste ou au travail de bureau\u00a0: {counters}. | En pause, hors du poste ou au travail de bureau\u00a0: {counters}.',
    unoccupied: 'Inoccupé\u00a0: {counters}. | Inoccupés\u00a0: {counters}.',
  },
  figures: {
    label: 'Aujourd’hui',
    waiting: 'En attente',
    longest: 'la plus longue\u00a0: {wait}',
    nobody: 'personne',
    target: 'en {minutes} minutes ou moins',
    p80: 'Attente\u00a0: 80\u00a0% en',
    half: 'la moitié en {wait}, maximum {max}',
    arrived: '{count} arrivée aujourd’hui | {count} arrivées aujourd’hui',
    left: 'Départs avant l’appel',
    leftAfter: 'la moitié en {wait}',
    noShow: 'Absences',
  },
  over: {
    heading: 'Au-delà de la cible, ou bientôt',
    none: 'Personne n’attend depuis {minutes} minutes.',
    ticket: 'Billet',
    service: 'Service attendu',
    since: 'Depuis',
    booked: 'rendez-vous',
    more: 'Et 1 autre | Et {count} autres',
  },
  waits: {
    heading: 'Attentes d’aujourd’hui (cible\u00a0: {minutes} minutes)',
    service: 'Service ou canal',
    now: 'En attente',
    longest: 'La plus longue',
    all: 'Toutes les visites',
    byService: 'Par service',
    byChannel: 'Par canal',
    left: 'Départs',
    door: 'Avant le billet',
    doorLineAt: 'Comptée par le personnel à {time}',
    doorLineNever: 'Personne ne l’a comptée aujourd’hui',
    doorHint: 'Seulement si le personnel a accueilli la personne',
  },
  counters: {
    heading: 'Guichets et personnel',
    signedIn: 'personne à un guichet | 1 personne à un guichet | {count} personnes aux guichets',
    time: 'Temps d’aujourd’hui',
    counter: 'Guichet',
    agent: 'Personnel',
    doing: 'En ce moment',
    since: 'Durée',
    ticket: 'Billet',
    day: 'Sa journée',
  },
}

export const doing: typeof english.doing = { part: '{doing} {time} ({share})' }

export const province: typeof english.province = {
  heading: 'Tous les bureaux',
  region: 'Région',
  everywhere: 'Tous les bureaux',
  answer: {
    no: 'Non\u00a0: personne n’attend plus longtemps que la cible de son bureau',
    yes: 'Oui\u00a0: 1 personne, dans {late} bureaux sur {offices} | Oui\u00a0: {count} personnes, dans {late} bureaux sur {offices}',
    worst: 'Surtout\u00a0: {offices}',
  },
  figures: 'Aujourd’hui',
  servedToday: 'Servies aujourd’hui',
  offices: 'dans 1 bureau | dans {count} bureaux',
  ofEach: 'selon la cible de chaque bureau',
  officesHeading: 'Bureaux',
  show: { tiles: 'Tuiles', table: 'Tableau', 'over-time': 'Dans le temps' },
  closed: 'fermé',
  nobody: 'personne n’attend',
  waiting: '{count} en attente | {count} en attente',
  longest: 'jusqu’à {wait}',
  tooLong: 'personne hors cible | 1 hors cible | {count} hors cible',
  table: 'Les bureaux en ce moment',
  legend:
    'Rouge\u00a0: une personne attend trop longtemps, ou moins de 60\u00a0% des personnes d’aujourd’hui dans la cible; ambre\u00a0: moins de 80\u00a0%.',
  worstFirst:
    'Les pires d’abord\u00a0: le plus de personnes au-delà de la cible, puis la plus petite part dans la cible.',
  toWorst: 'Les pires d’abord, comme au début',
  columns: {
    office: 'Bureau',
    tooLong: 'Trop long',
    waiting: 'En attente',
    longest: 'La plus longue',
    counters: 'Guichets',
    served: 'Servies',
    within: 'Dans la cible',
    left: 'Départs',
    leftShare: 'Départs',
  },
  overTime: '{period}, comparaison avec les douze mois précédents',
  course: 'Dans la cible, par mois',
  courseOf: 'Dans la cible, mois par mois; le rapport donne les nombres',
  programmes: 'Programmes d’aujourd’hui',
  programme: 'Programme',
  service: 'Service\u00a0: la moitié en',
  trend: 'Les douze derniers mois et l’année précédente',
  thisYear: 'Douze derniers mois',
  lastYear: 'Année précédente',
}
