// What the pages of rates and of paid hours say in French.
import type * as english from './en-paid.ts'

export const rates: typeof english.rates = {
  heading: 'Tarifs',
  explain:
    'Ce que coûte une minute, à partir d’un jour. Un tarif n’est jamais modifié\u00a0: un nouveau le remplace à partir d’un jour.',
  new: 'Un nouveau tarif',
  list: 'Tous les tarifs, les derniers inscrits d’abord',
  empty: 'Il n’y a encore aucun tarif\u00a0: aucun coût ne peut être calculé.',
  whoSets: 'L’administration de toute la province fixe les tarifs.',
  forWhat: 'Pour',
  everything: 'Tout ce qui n’a pas son propre tarif',
  whichever: 'Peu importe',
  from: 'À partir du',
  perHour: 'Par heure',
  perMinute: 'Par minute',
  reason: 'Raison',
  written: 'Inscrit le',
  none: 'aucun tarif propre',
  amount: 'Dollars par minute',
  thatIs: 'soit {rate}',
  noneFrom: 'À partir de ce jour, aucun tarif propre',
  why: 'Raison (lue par quiconque voit les coûts)',
  wrong: {
    from: 'À partir de quel jour?',
    amount:
      'Indiquez les dollars par minute, par exemple 1,13\u00a0: au plus quatre décimales, au plus 1000.',
    reason: 'Indiquez la raison.',
  },
  add: 'Ajouter ce tarif',
  added: 'Tarif ajouté. Il vaut à partir du {day}.',
}

export const paid: typeof english.paid = {
  heading: 'Heures payées',
  explain:
    'Les coûts leur sont comparés. Les heures enregistrées pour une journée remplacent celles qui l’étaient déjà.',
  whoSets: 'Les gestionnaires du bureau ou l’administration indiquent les heures payées.',
  fromFile: 'D’après un fichier',
  columns:
    'Un fichier CSV avec les colonnes jour, qui, de, à, minutes non payées; ou jour, qui, heures payées. Les titres en anglais sont compris aussi.',
  example: 'Un exemple de fichier',
  exampleLines:
    'jour;qui;de;à;minutes non payées\n2026-11-02;Anne;8 h 30;16 h 30;30\n2026-11-02;Bo;9 h;17 h;45',
  choose: 'Choisir un fichier…',
  chooseHint: 'Il est d’abord vérifié\u00a0: rien n’est encore enregistré.',
  fine: '{file}\u00a0: aucune erreur dans sa {count} ligne. Elle n’est pas encore enregistrée. | {file}\u00a0: aucune erreur dans ses {count} lignes. Elles ne sont pas encore enregistrées.',
  faulty:
    '{file}\u00a0: {count} ligne est fautive, donc rien n’en est enregistré. | {file}\u00a0: {count} lignes sont fautives, donc rien n’en est enregistré.',
  kept: '{file}\u00a0: {count} ligne est enregistrée. | {file}\u00a0: {count} lignes sont enregistrées.',
  keep: 'Enregistrer ces heures',
  wrong: {
    empty: 'Ce fichier est vide.',
    long: 'Ce fichier est trop long\u00a0: au plus {most} caractères. Envoyez-le en parties, avec des jours entiers.',
  },
  faults: 'Les erreurs, ligne par ligne',
  line: 'Ligne',
  column: 'Colonne',
  columnNames: {
    day: 'jour',
    who: 'qui',
    from: 'de',
    to: 'à',
    'unpaid minutes': 'minutes non payées',
    'paid hours': 'heures payées',
  },
  value: 'Ce qui est écrit',
  fault: 'L’erreur',
  lineFaults: {
    'not-a-table': 'Ce n’est pas un fichier CSV.',
    'columns-missing':
      'La première ligne ne nomme ni jour, ni qui, ou ni horaires ni heures payées.',
    'day-wrong': 'Ce jour n’existe pas. Écrivez-le 2026-11-02.',
    'who-missing': 'Il manque un nom de 1 à 80 caractères.',
    'time-wrong': 'Cette heure n’existe pas. Écrivez-la 9 h 00.',
    'minutes-wrong': 'Écrivez des minutes entières, par exemple 30.',
    'hours-wrong': 'Écrivez des heures jusqu’à 24, par exemple 7,5.',
    'ends-before': 'La fin ne suit pas le début.',
    'nothing-paid': 'Il ne reste rien de payé.',
    overlaps: 'La même personne est déjà payée pour ce temps à la ligne {line}.',
    'cells-missing': 'Cette ligne a moins de cases que la première.',
  },
  plan: 'Quarts prévus de la journée',
  planExplain: 'Consultez les quarts d’une journée, modifiez-les et enregistrez-les.',
  day: 'Jour',
  noShifts: 'Aucun quart n’est enregistré pour cette journée.',
  hoursOnly:
    '{count} personne de ce jour n’est connue que par ses heures, d’après un fichier. Les quarts que vous enregistrez prennent leur place. | {count} personnes de ce jour ne sont connues que par leurs heures, d’après un fichier. Les quarts que vous enregistrez prennent leur place.',
  parts: { who: 'Qui', from: 'De', to: 'À', unpaidMinutes: 'Minutes non payées' },
  partOf: '{part}, ligne {line}',
  wrongParts: {
    who: 'Ligne {line}\u00a0: qui travaille?',
    from: 'Ligne {line}\u00a0: à partir de quelle heure?',
    to: 'Ligne {line}\u00a0: jusqu’à quelle heure? Elle doit suivre le début.',
    unpaidMinutes: 'Ligne {line}\u00a0: des minutes entières, au plus 480, et moins que le quart.',
  },
  remove: 'Retirer',
  removeOf: 'Retirer la ligne {line}',
  add: 'Ajouter un quart',
  keepPlan: 'Enregistrer ce jour',
  planKept: '{count} quart du {day} est enregistré. | {count} quarts du {day} sont enregistrés.',
}
