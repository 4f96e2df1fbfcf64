// What is said of single visits in French: those behind a number, and those whose record is doubted.
import { FLAG_WORDS, inOne } from '#protocol'
import type * as english from './en-visits.ts'

export const visits: typeof english.visits = {
  heading: 'Visites',
  back: 'Retour',
  ofShare: 'Quelles visites de cette part',
  parts: { counted: 'Celles qu’elle compte', rest: 'Les autres' },
  none: 'Aucune visite derrière ce nombre.',
  shown: '{count} visite affichée | {count} visites affichées',
  shownFirst: '{count} visites affichées; il y en a d’autres',
  more: 'Afficher la suite',
  notYours: 'Votre rôle donne accès aux chiffres, mais non aux visites qu’ils comptent.',
  ticket: 'Billet',
  arrived: 'Arrivée',
  services: 'Services',
  toDesk: 'Jusqu’au guichet',
  inOffice: 'Au bureau',
  outcome: 'Issue',
  doubts: 'Doutes',
  storyOf: 'Parcours du billet {ticket}',
}

export const quality: typeof english.quality = {
  heading: '{office}\u00a0: visites à vérifier',
  explain:
    'Des données mises en doute. Ce que vous constatez est enregistré à côté; la donnée elle-même n’est jamais changée.',
  score: 'Qualité des données',
  visits: '{count} visite | {count} visites',
  lookedInto: 'vérifiées\u00a0: {count}',
  why: 'Pourquoi',
  any: 'Tout motif',
  flagCount: '{flag} ({count})',
  which: 'Lesquelles',
  states: { open: 'À vérifier', 'looked-into': 'Vérifiées', any: 'Toutes' },
  list: 'Visites à vérifier',
  none: 'Rien à vérifier ici.',
  more: 'Il y en a d’autres\u00a0: resserrez les dates ou le motif.',
  todo: 'Ce qui aide',
  todos: {
    correct: 'Dire comment elle a fini',
    confirm: 'Dire si elle est juste',
    compare: 'Trouver l’autre',
  },
  todoWhy: {
    correct: 'Ce qui aide\u00a0: corrigez la visite au poste, puis dites-le ici.',
    confirm: 'Ce qui aide\u00a0: dites si la donnée est juste.',
    compare: 'Ce qui aide\u00a0: cherchez l’autre visite de la même personne.',
  },
  lookInto: 'Vérifier {ticket}',
  finding: 'Qu’avez-vous constaté?',
  findings: {
    right: 'C’est juste',
    corrected: 'C’est corrigé',
    'wrong-not-mended': 'C’est inexact et ne sera pas corrigé',
  },
  found: '{finding}\u00a0: {reason} ({name})',
  reason: 'Pourquoi (ne nommez personne)',
  findingNeeded: 'Choisissez ce que vous avez constaté.',
  reasonNeeded: 'Dites pourquoi en quelques mots.',
  keep: 'Enregistrer',
  done: '{ticket} est vérifiée.',
}

export const flags: typeof english.flags = inOne(FLAG_WORDS, 'fr')

export const flagWhy: typeof english.flagWhy = {
  'too-short': 'On ne peut presque rien faire en si peu de temps.',
  overnight: 'Elle était encore ouverte le lendemain.',
  'closed-by-night': 'Personne ne l’a terminée\u00a0: la nuit l’a fait.',
  'unserved-run': 'Le même guichet a appelé plusieurs personnes de suite sans les servir.',
  'times-wrong': 'Un membre du personnel a dit que ses heures ne sont pas justes.',
  duplicate: 'Une visite très semblable a commencé presque au même moment.',
}
