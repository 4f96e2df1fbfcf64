// What reports say in French: their filter, periods, comparisons, and what they are split by.
import { GROUPING_WORDS, inOne, KIND_WORDS, OUTCOME_WORDS } from '#protocol'
import type * as english from './en-report.ts'

export const report: typeof english.report = {
  heading: 'Rapport',
  asOf: 'En date du {day}, {time}',
  empty: 'Aucune visite\u00a0: rien ne s’est passé ici pendant cette période',
  emptyFiltered: 'Aucune visite ne correspond à ces filtres',
  emptyHint: 'Choisissez une autre période, ou retirez un filtre.',
  answer: {
    question: 'A-t-on servi les gens à temps?',
    within: '{share} des personnes ont attendu {minutes}\u00a0min ou moins',
    ownTargets: '{share} des personnes n’ont pas attendu plus que la cible de leur bureau',
    unknown: 'Personne n’a été appelé\u00a0: les attentes sont inconnues',
    waits:
      'La moitié a attendu {half} ou moins; une personne sur dix, plus de {tenth}. Départs avant l’appel\u00a0: {left}.',
    waitsFew:
      'Au moins la moitié n’a pas attendu; une personne sur dix a attendu plus de {tenth}. Départs avant l’appel\u00a0: {left}.',
    waitsNone:
      'Au moins neuf personnes sur dix n’ont pas attendu. Départs avant l’appel\u00a0: {left}.',
    doubted:
      'La plus longue attente, {longest}, est celle d’une visite douteuse\u00a0: sans la {count} visite douteuse, elle est de {sure}, et {share} sont dans la cible. | La plus longue attente, {longest}, est celle d’une visite douteuse\u00a0: sans les {count} visites douteuses, elle est de {sure}, et {share} sont dans la cible.',
    change:
      '{points} point par rapport à l’autre période ({before}). | {points} points par rapport à l’autre période ({before}).',
    where: {
      office: 'Bureaux où la cible est le moins souvent atteinte\u00a0:',
      service: 'Services où la cible est le moins souvent atteinte\u00a0:',
    },
    whereOf: {
      office: 'Bureaux d’au moins {least} visites où la cible est le moins souvent atteinte\u00a0:',
      service:
        'Services d’au moins {least} visites où la cible est le moins souvent atteinte\u00a0:',
    },
    when: 'Les plus longues attentes\u00a0: le {day}, de {from} à {to}; 80\u00a0% ont attendu {wait} ou moins.',
    help: 'Les guichets suffisaient alors ({open} ouverts en moyenne; il en fallait {needed})\u00a0: voyez les services pris et les pauses. | Un guichet de plus aiderait alors\u00a0: {open} étaient ouverts en moyenne; il en aurait fallu {needed}. | {count} guichets de plus aideraient alors\u00a0: {open} étaient ouverts en moyenne; il en aurait fallu {needed}.',
  },
  doubted:
    'La plus longue à cause d’une visite douteuse; sans les visites douteuses, la plus longue attente de toutes est de {wait}.',
  doubtedMark: 'à cause d’une visite douteuse',
  figures: 'Chiffres',
  levels: {
    peopleWaiting: 'En attente à la fois, en moyenne',
    openCounters: 'Guichets ouverts, en moyenne',
    most: 'au plus {most}',
  },
  lengths: 'Durées',
  shares: 'Parts',
  share: 'Part',
  ofHowMany: 'Sur un total de',
  total: 'Total',
  splitBy: 'Répartir par',
  table: 'Par {by}',
  course: {
    heading: '{figure}, par {grain}',
    choose: 'Ce qui est tracé',
    wait: 'Attente que 80\u00a0% n’ont pas dépassée',
    withinTarget: 'Dans la cible',
    visits: 'Visites',
  },
  week: {
    heading: 'La semaine par demi-heure',
    day: 'Jour',
    wait: 'Attente en minutes que 80\u00a0% n’ont pas dépassée, selon la demi-heure d’arrivée',
    visits: 'Visites, selon la demi-heure d’arrivée',
    left: 'Part en pour cent des personnes parties avant l’appel',
    percent: '{share}\u00a0%',
    cell: '{day}, {time}\u00a0: {value}',
  },
}

export const filter: typeof english.filter = {
  label: 'Ce que le rapport examine',
  period: 'Période',
  from: 'Du',
  last: 'Au',
  wrong: {
    years: 'Donnez un jour des années {first} à {last}.',
    order: 'Le dernier jour précède le premier.',
    tooLong: 'Une période compte au plus dix ans.',
  },
  compare: 'Comparer avec',
  region: 'Région',
  offices: 'Bureau',
  services: 'Service',
  categories: 'Catégorie',
  programmes: 'Programme',
  channels: 'Canal',
  kind: 'Rendez-vous',
  outcomes: 'Issue',
  agentGroups: 'Groupe d’agents et agentes',
  agents: 'Membre du personnel',
  target: 'Cible',
  targetOf: 'cible de {minutes} min',
  all: 'Tout',
  allOffices: 'Tous vos bureaux',
  chip: '{label}\u00a0: {name}',
  remove: 'Retirer {label}\u00a0: {name}',
  withoutFlagged: 'Sans les visites douteuses',
  flagged: { without: 'sans les visites douteuses', only: 'visites douteuses seulement' },
}

export const periods: typeof english.periods = {
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  week: '7 derniers jours',
  'four-weeks': '4 dernières semaines',
  month: 'Ce mois-ci',
  'last-month': 'Le mois dernier',
  'fiscal-year': 'Cet exercice ({years})',
  'last-fiscal-year': 'L’exercice précédent ({years})',
  other: 'Autres dates',
}

export const compare: typeof english.compare = {
  none: 'Rien',
  before: 'La période précédente',
  year: 'Un an plus tôt',
  with: 'comparaison avec {period}',
  weeks: 'décalée de semaines entières, pour comparer les mêmes jours de la semaine',
  points: '{points} point | {points} points',
  nothing: 'Rien n’est connu de l’autre période.',
  change: 'Écart, points',
  p80: '80\u00a0%\u00a0: écart',
  visits: 'Visites\u00a0: écart',
}

export const grains: typeof english.grains = {
  'half-hour': 'demi-heure',
  day: 'jour',
  week: 'semaine',
  month: 'mois',
}

export const groupings: typeof english.groupings = inOne(GROUPING_WORDS, 'fr')
export const kinds: typeof english.kinds = inOne(KIND_WORDS, 'fr')
export const outcomes: typeof english.outcomes = inOne(OUTCOME_WORDS, 'fr')
