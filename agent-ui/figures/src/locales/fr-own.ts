// What the page of one person's figures says in French.
import type * as english from './en-own.ts'

export const own: typeof english.own = {
  heading: 'Mes chiffres',
  short: 'Une personne',
  headingOfOne: 'Chiffres d’une seule personne',
  whose: 'Membre du personnel',
  choose: 'Choisir…',
  chooseFirst: 'Choisissez la personne dont vous voulez voir les chiffres.',
  what: 'Ce qui a pris le temps',
  empty: 'Aucune visite pendant cette période.',
  off: 'Ce bureau n’affiche pas les chiffres d’une seule personne',
  offWhy:
    'Personne ne voit vos chiffres, pas même votre gestionnaire. Le bureau peut les activer; vous verriez alors les vôtres ici, et votre gestionnaire les verrait aussi.',
  offForManager:
    'Ils restent désactivés tant que le bureau ne les active pas (dans ses paramètres, par l’administration). Chaque personne voit alors les siens, et vous voyez ceux d’une personne à la fois.',
  who: 'Seuls vous et votre gestionnaire voyez ces chiffres. Ils ne sont comparés à ceux de personne.',
  whoOfOne: 'Cette personne voit les mêmes chiffres. Ils ne sont comparés à ceux de personne.',
}
