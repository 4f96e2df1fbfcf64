// What the statement of cost says in French.
import type * as english from './en-cost.ts'

export const cost: typeof english.cost = {
  heading: 'Coûts par programme',
  ways: { label: 'Coûts', cost: 'Relevé', rates: 'Tarifs', 'paid-hours': 'Heures payées' },
  empty: 'Aucun temps n’a été noté pendant cette période.',
  programmes: 'Programmes',
  noProgramme: 'Services qui ne sont plus offerts',
  time: 'Temps',
  cost: 'Coût',
  unpriced: 'Temps sans tarif',
  unpricedHint:
    'Le temps sans tarif n’est pas dans le coût\u00a0: personne n’a dit ce qu’il coûte.',
  lines: 'Chaque ligne',
  step: 'Étape',
  rate: 'Tarif',
  apart: 'À part\u00a0: le temps qui n’était pour aucune visite',
  nothingApart: 'Aucun n’a été noté.',
  what: 'Quoi',
  reconciled: 'Comparaison avec les heures payées',
  sums: {
    charged: 'Imputé aux programmes',
    apart: 'À part',
    recorded: 'Noté',
    paid: 'Payé',
    difference: 'Payé et non noté',
  },
  daysWithoutPaid:
    'Les heures payées de {count} jour d’un bureau ne sont pas connues. | Les heures payées de {count} jours de bureaux ne sont pas connues.',
}

export const steps: typeof english.steps = {
  preparation: 'Accueil',
  call: 'Appel',
  service: 'Service',
  phone: 'Téléphone',
  'back-office': 'Travail de bureau',
  hold: 'Mise de côté',
  'wrap-up': 'Conclusion',
}
