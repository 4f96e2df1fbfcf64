// What the statement of cost says in French.
import type * as english from './en-cost.ts'

export const cost: typeof english.cost = {
  heading: 'Coûts par programme',
  ways: { label: 'Coûts', cost: 'Relevé', rates: 'Tarifs', 'paid-hours': 'Heures payées' },
  empty: 'Aucun temps n’a été enregistré pendant cette période.',
  upTo: 'Des personnes sont au travail\u00a0: la journée d’aujourd’hui est comptée jusqu’à {time}.',
  programmes: 'Programmes',
  year: 'Exercice {years}\u00a0: {days}',
  totalOf: 'Total {years}',
  yearsHint:
    'Un exercice commence le 1er avril. Chacun est calculé et arrondi à part, comme dans son propre relevé; le total en est la somme.',
  brief: 'Coûts par programme, {years}',
  noProgramme: 'Services qui ne sont plus offerts',
  time: 'Temps',
  minutes: 'Minutes',
  cost: 'Coût',
  each: 'Par transaction',
  unpriced: 'Temps sans tarif',
  unpricedHint:
    'Le temps sans tarif n’est pas dans le coût\u00a0: personne n’a dit ce qu’il coûte.',
  noRates: 'Rien n’a de tarif\u00a0: aucun coût ne peut être calculé.',
  setRates: 'Voir les tarifs',
  lines: 'Chaque ligne',
  step: 'Étape',
  rate: 'Tarif par minute',
  rateFrom: 'Tarif depuis le',
  apart: 'À part\u00a0: le temps qui n’était pour aucune visite',
  apartHint: 'Il n’est imputé à aucun programme.',
  nothingApart: 'Aucun n’a été enregistré.',
  what: 'Occupation du temps',
  reconciled: 'Comparaison avec les heures payées',
  sums: {
    charged: 'Imputé aux programmes',
    apart: 'Pour aucune visite',
    recorded: 'Enregistré',
    remainder: 'Reste\u00a0: dans les quarts et non enregistré',
    over: 'Reste\u00a0: enregistré et dans aucun quart',
    shifts: 'Dans les quarts',
    paid: 'dont payé',
    unpaid: 'dont non payé, comme le repas',
  },
  remainderHint:
    'Le temps enregistré et le reste font ensemble les quarts. Personne n’avait ouvert de session pendant le reste\u00a0: jours de maladie, formation, minutes avant la première ouverture.',
  overHint:
    'Le temps enregistré moins le reste fait les quarts\u00a0: on a travaillé plus que les quarts connus.',
  daysWithoutPaid:
    'Les heures payées de {count} jour d’un bureau ne sont pas connues. | Les heures payées de {count} jours de bureaux ne sont pas connues.',
  how: {
    heading: 'Comment ces montants sont calculés',
    line: 'Chaque ligne\u00a0: minutes × tarif par minute = coût.',
    example:
      'La plus élevée\u00a0: {service}, {step}, {channel}\u00a0: {minutes} min × {rate} = {cost}.',
    rounded:
      'Le coût d’un programme pendant un exercice est arrondi une seule fois, au cent le plus près, le demi-cent vers le haut. Ses cents sont ensuite répartis entre ses lignes pour que leur somme soit exacte\u00a0: une ligne peut différer d’un cent de son propre produit.',
    once: 'Chaque minute de travail d’une personne est comptée une seule fois\u00a0: pour une visite, ou à part si elle n’était pour aucune.',
    rates:
      'Le tarif le plus précis en vigueur ce jour-là s’applique\u00a0: celui d’un service, sinon d’un programme, sinon d’une étape, sinon d’un canal. Un tarif qui change pendant la période fait une ligne à part.',
    programmes: 'Un service compte pour le programme au nom duquel il a été rendu ce jour-là.',
    files:
      'Les minutes sont affichées au centième. Les fichiers donnent les secondes au millième; les pièces donnent chaque intervalle de temps derrière chaque ligne, avec sa visite.',
  },
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
