// What the live pages say in French: one office, all offices, thresholds that are crossed.
import type * as english from './en-live.ts'

export const live: typeof english.live = {
  live: 'En direct',
  since: 'Pas à jour depuis {time}.',
  sinceHint: 'Ces chiffres sont ceux de ce moment-là.',
  notYours: {
    office: 'Vous n’avez pas accès aux chiffres de ce bureau.',
    region: 'Vous n’avez pas accès aux chiffres de cette région.',
  },
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
  notAmong: '{office}\u00a0: n’est pas l’un de vos bureaux',
  answer: {
    question: 'Attend-on trop longtemps?',
    yes: 'Oui\u00a0: 1 billet attend depuis {minutes} minutes ou plus | Oui\u00a0: {count} billets attendent depuis {minutes} minutes ou plus',
    soon: 'Pas encore\u00a0: 1 billet attend depuis {attention} minutes; {minutes}, c’est trop | Pas encore\u00a0: {count} billets attendent depuis {attention} minutes; {minutes}, c’est trop',
    no: 'Non\u00a0: personne n’attend longtemps ({minutes} minutes, c’est trop)',
    nobody: 'Non\u00a0: personne n’attend',
    unstaffed: 'Le bureau est ouvert, et aucun guichet n’est occupé.',
    where: 'Où\u00a0: {services}',
    others: '1 autre service | {count} autres services',
  },
  help: {
    heading: 'Ce qui aiderait',
    call: '{counters} ne sert personne et peut prendre {tickets} ({services})\u00a0: à appeler maintenant. | {counters} ne servent personne et peuvent prendre {tickets} ({services})\u00a0: à appeler maintenant.',
    back: '{counter} pourrait prendre {tickets} ({services})\u00a0: {doing} depuis {since}.',
    backAt:
      '{counter} pourrait prendre {tickets} ({services})\u00a0: {doing} depuis {since}, retour prévu à {backAt}.',
    profile:
      '{counters} ne sert personne, et son profil n’inclut pas {services}. | {counters} ne servent personne, et leurs profils n’incluent pas {services}.',
    untaken:
      'Aucun membre du personnel en poste ne prend {services}\u00a0: {count} billet ne peut pas être appelé. | Aucun membre du personnel en poste ne prend {services}\u00a0: {count} billets ne peuvent pas être appelés.',
    open: '{count} billet attend pour {open}, soit {each} par guichet; avec un de plus ({counters}), {then}. | {count} billets attendent pour {open}, soit {each} par guichet; avec un de plus ({counters}), {then}.',
    allOpen:
      '{count} billet attend pour {open}, soit {each} par guichet; tous les guichets sont occupés. | {count} billets attendent pour {open}, soit {each} par guichet; tous les guichets sont occupés.',
    closed:
      '{count} billet attend et aucun guichet n’est ouvert; sans personnel\u00a0: {counters}. | {count} billets attendent et aucun guichet n’est ouvert; sans personnel\u00a0: {counters}.',
    none: '{count} billet attend et aucun guichet n’est ouvert. | {count} billets attendent et aucun guichet n’est ouvert.',
    tickets: '{count} billet | {count} billets',
    openCounters: '{count} guichet ouvert | {count} guichets ouverts',
    others: '{count} autre | {count} autres',
  },
  figures: {
    label: 'Aujourd’hui',
    waiting: 'En attente',
    longest: 'la plus longue\u00a0: {wait}',
    nobody: 'personne',
    target: 'en {minutes} minutes ou moins',
    p80: 'Attente\u00a0: 80\u00a0% en',
    half: 'la moitié en {wait}, maximum {max}',
    halfNone: 'la moitié sans attente, maximum {max}',
    arrived: '{count} arrivée aujourd’hui | {count} arrivées aujourd’hui',
    left: 'Départs avant l’appel',
    leftAfter: 'la moitié en {wait}',
    noShow: 'Absences',
  },
  share: {
    of: 'sur {count} comptée jusqu’ici | sur {count} comptées jusqu’ici',
    still:
      '{count} attend encore au-delà de la cible | {count} attendent encore au-delà de la cible',
  },
  over: {
    heading: 'Au-delà de la cible, ou bientôt',
    none: 'Personne n’attend depuis {minutes} minutes ou plus.',
    ticket: 'Billet',
    service: 'Service attendu',
    since: 'Depuis',
    booked: 'rendez-vous',
    more: 'Afficher 1 autre | Afficher {count} autres',
    fewer: 'En afficher moins',
  },
  waits: {
    heading: 'Attentes d’aujourd’hui (cible\u00a0: {minutes} minutes)',
    service: 'Service ou canal',
    now: 'En attente',
    counters: 'Guichets',
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
    signedIn: 'aucun guichet occupé | 1 personne à un guichet | {count} personnes aux guichets',
    time: 'Temps d’aujourd’hui',
    counter: 'Guichet',
    agent: 'Personnel',
    doing: 'En ce moment',
    since: 'Depuis',
    sinceText: '{time}, il y a {length}',
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
    yes: 'Oui\u00a0: 1 personne, dans {where} | Oui\u00a0: {count} personnes, dans {where}',
    in: '1 bureau sur {offices} | {count} bureaux sur {offices}',
    counters: 'aucun guichet ouvert | 1 guichet ouvert | {count} guichets ouverts',
    unstaffed:
      'Ouvert, et aucun guichet occupé\u00a0: {offices}. | {count} bureaux sont ouverts, et aucun guichet n’y est occupé\u00a0: {offices}.',
  },
  figures: 'Aujourd’hui',
  servedToday: 'Servies aujourd’hui',
  offices: '1 bureau suivi | {count} bureaux suivis',
  ofEach: 'selon la cible de chaque bureau',
  officesHeading: 'Bureaux',
  show: { tiles: 'Tuiles', table: 'Tableau', 'over-time': 'Dans le temps' },
  closed: 'fermé',
  unstaffed: 'ouvert, aucun guichet occupé',
  of: 'sur {count} | sur {count}',
  nobody: 'personne n’attend',
  waiting: '{count} en attente | {count} en attente',
  longest: 'jusqu’à {wait}',
  tooLong: 'personne hors cible | 1 hors cible | {count} hors cible',
  table: 'Les bureaux en ce moment',
  legend:
    'Rouge\u00a0: une personne attend trop longtemps, ou moins de 60\u00a0% des personnes d’aujourd’hui dans la cible; ambre\u00a0: moins de 80\u00a0%, ou bureau ouvert où aucun guichet n’est occupé.',
  worstFirst:
    'Les pires d’abord\u00a0: le plus de personnes au-delà de la cible, puis la plus petite part dans la cible.',
  toWorst: 'Les pires d’abord, comme au début',
  columns: {
    office: 'Bureau',
    tooLong: 'Attendent hors cible',
    waiting: 'En attente',
    longest: 'La plus longue',
    counters: 'Guichets',
    served: 'Servies',
    within: 'Dans la cible',
    left: 'Départs',
    leftShare: 'Départs',
  },
  overTime: '{period}, comparaison avec les douze mois précédents',
  overTimeAlone: '{period}; aucune donnée pour l’année précédente',
  served: '{now} personnes servies en douze mois\u00a0: {change} par rapport aux douze précédents.',
  servedAlone: '{now} personnes servies en douze mois.',
  withinAlone: '{now} dans la cible en douze mois.',
  withinYear: '{now} dans la cible en douze mois; {before} pendant les douze précédents.',
  course: 'Dans la cible, par mois',
  courseOf: 'Dans la cible, mois par mois; le rapport donne les nombres',
  programmes: 'Programmes d’aujourd’hui',
  programme: 'Programme',
  service: 'Service\u00a0: la moitié en',
  trend: 'Les douze derniers mois et l’année précédente',
  thisYear: 'Douze derniers mois',
  lastYear: 'Année précédente',
}
