// What the page of agents' groups says in French.
import type { groups as english } from './en-groups.ts'

export const groups: typeof english = {
  heading: 'Groupes d’agents et agentes',
  short: 'Groupes',
  explain:
    'Un rapport peut se limiter à un groupe et ne parle alors de personne en particulier\u00a0: au moins trois personnes par groupe, personne dans deux groupes, et soit personne, soit au moins trois personnes sans groupe. Les jours passés sont montrés selon les groupes d’aujourd’hui.',
  whoMakes: 'La ou le gestionnaire du bureau forme ses groupes.',
  noneYet: 'Il n’y a pas encore de groupe.',
  en: 'Nom en anglais',
  fr: 'Nom en français',
  size: 'Personnes',
  unnamed: 'Nouveau groupe',
  add: 'Ajouter un groupe',
  remove: 'Retirer',
  removeOne: 'Retirer {name}',
  agent: 'Membre du personnel',
  group: 'Groupe',
  groupOf: 'Groupe de {name}',
  none: 'Aucun',
  rest: 'Chaque personne est dans un groupe. | 1 personne n’est dans aucun groupe. | {count} personnes ne sont dans aucun groupe.',
  few: '{name} compte moins de trois personnes\u00a0: on reconnaîtrait chacune.',
  wrong: {
    name: 'Un groupe a besoin d’un nom dans les deux langues.',
    rest: 'Moins de trois personnes sont sans groupe\u00a0: on reconnaîtrait chacune. Placez-les dans un groupe, ou laissez-en davantage de côté.',
  },
  keep: 'Enregistrer ces groupes',
  kept: 'Enregistré\u00a0: aucun groupe. | Enregistré\u00a0: 1 groupe. | Enregistré\u00a0: {count} groupes.',
}
