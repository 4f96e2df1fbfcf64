// What the figures' pages say in French: the same keys as in English.
import type { FigureMessages } from './en.ts'
import { chart } from './fr-charts.ts'
import { cost, steps } from './fr-cost.ts'
import { groups } from './fr-groups.ts'
import { alerts, doing, live, now, province } from './fr-live.ts'
import {
  compare,
  filter,
  grains,
  groupings,
  kinds,
  outcomes,
  periods,
  report,
} from './fr-report.ts'
import { paid, rates } from './fr-paid.ts'
import { own } from './fr-own.ts'
import { flags, flagWhy, quality, visits } from './fr-visits.ts'

export const fr: FigureMessages = {
  title: '{page} – Guichet',
  nav: {
    label: 'Chiffres',
    skip: 'Aller aux chiffres',
    now: 'Le bureau en ce moment',
    province: 'Tous les bureaux',
    reports: 'Rapports',
    quality: 'À vérifier',
    own: 'Mes chiffres',
    agents: 'Personnel',
    cost: 'Coûts',
    definitions: 'Définitions',
    desk: 'Poste',
  },
  refused: {
    heading: 'Chiffres',
    role: 'Votre rôle ne donne pas accès aux chiffres des bureaux.',
    toDesk: 'Aller au poste',
  },
  state: {
    asking: 'Un instant…',
    again: 'Réessayer',
    notYours: 'Vous voyez les chiffres de votre bureau ou de votre région, et non ceux-ci.',
    showOwn: 'Voir vos bureaux',
    away: 'Chiffres non obtenus\u00a0: le serveur ne répond pas.',
    old: 'Les chiffres affichés sont ceux de la demande précédente.',
  },
  definition: {
    heading: 'Ce que disent les chiffres',
    explain:
      'Chaque chiffre a une seule définition\u00a0: en direct, dans les rapports et dans les fichiers.',
    hint: 'Ce que cela veut dire',
  },
  table: {
    unknown: 'inconnu',
    behind: 'Les visites derrière ce nombre',
    sortBy: 'Trier par {column}',
    agentUnnamed: 'Un membre du personnel',
    serviceGone: '{code} (n’est plus offert)',
  },
  parts: {
    n: 'Visites',
    mean: 'Moyenne',
    p50: 'La moitié en … ou moins',
    p80: '80\u00a0% en … ou moins',
    p90: '90\u00a0% en … ou moins',
    max: 'Maximum',
    sureMax: 'Maximum sans les douteuses',
    waitP50: 'Attente\u00a0: la moitié en … ou moins',
    waitP80: 'Attente\u00a0: 80\u00a0% en … ou moins',
    waitP90: 'Attente\u00a0: 90\u00a0% en … ou moins',
    waitMax: 'Plus longue attente',
    serviceP50: 'Service\u00a0: la moitié en … ou moins',
  },
  columns: {
    visits: 'Visites',
    served: 'Servies',
    withinTarget: 'Dans la cible',
    flagged: 'Douteuses',
  },
  files: {
    csv: 'CSV',
    xlsx: 'Excel',
    print: 'Imprimer ou PDF',
    what: 'Fichier à télécharger',
    statement: 'Relevé',
    evidence: 'Pièces justificatives',
  },
  ...{ live, alerts, now, doing, province },
  ...{ chart, report, filter, periods, compare, grains, groupings, kinds, outcomes },
  ...{ visits, quality, flags, flagWhy },
  ...{ cost, steps, rates, paid, own, groups },
}
