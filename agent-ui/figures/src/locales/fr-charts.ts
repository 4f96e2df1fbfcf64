// What charts say in French: their headings, and what a look at them tells.
import type { chart as english } from './en-charts.ts'

export const chart: typeof english = {
  table: 'Afficher en tableau',
  halfHour: 'Demi-heure à partir de',
  waits: {
    heading: 'Attente selon la demi-heure d’arrivée',
    p50: 'La moitié a attendu au plus',
    p80: '80\u00a0% ont attendu au plus',
    max: 'Maximum',
    target: 'Cible\u00a0: {wait}',
    nothing: 'Aucune attente n’est encore terminée.',
    worst:
      'La plus longue pour les arrivées à partir de {time}\u00a0: 80\u00a0% ont attendu {wait} ou moins.',
    over: 'Parmi les personnes appelées, aucune demi-heure au-delà de {target}. | Parmi les personnes appelées, {count} demi-heure au-delà de {target}. | Parmi les personnes appelées, {count} demi-heures au-delà de {target}.',
    still:
      '{count} personne attend encore au-delà de la cible. | {count} personnes attendent encore au-delà de la cible.',
  },
  people: {
    heading: 'Affluence selon la demi-heure d’arrivée',
    arrived: 'Arrivées',
    served: 'Dont servies jusqu’ici',
    left: 'Dont parties',
    nothing: 'Personne n’est encore venu.',
    busiest:
      'Pointe à partir de {time}\u00a0: {count} visite sur {total}. | Pointe à partir de {time}\u00a0: {count} visites sur {total}.',
  },
  spread: {
    axis: 'Attente en minutes',
    heading: 'Durée des attentes',
    wait: 'Attente',
    visits: 'Visites',
    share: 'Part',
    between: 'de {from} à {to} min',
    over: '{from} min ou plus',
    most: 'Le plus souvent {stretch}\u00a0: {share} des visites.',
    nothing: 'Personne n’a été appelé.',
  },
  trend: {
    when: 'Quand',
    told: '{figure}\u00a0: {first} ({from}), {last} ({to}).',
    nothing: 'Rien n’est connu de cette période.',
  },
}
