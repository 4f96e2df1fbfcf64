// What stands in the files of the statement, in both languages.
import type { Apart, Step } from '../../domain/cost/worked-time.ts'
import type { Words } from '../../domain/settings.ts'

const words = (en: string, fr: string): Words => ({ en, fr })

export const COST_WORDS = {
  statement: words('Statement', 'Relevé'),
  evidence: words('Evidence', 'Pièces'),
  reconciliation: words('Reconciliation', 'Rapprochement'),
  office: words('Office', 'Bureau'),
  day: words('Day', 'Jour'),
  programme: words('Programme', 'Programme'),
  service: words('Service', 'Service'),
  step: words('Step', 'Étape'),
  channel: words('Channel', 'Canal'),
  ticket: words('Ticket', 'Numéro'),
  visit: words('Visit', 'Visite'),
  from: words('From', 'De'),
  to: words('To', 'À'),
  seconds: words('Seconds', 'Secondes'),
  transactions: words('Transactions', 'Transactions'),
  perMinute: words('Rate per minute ($)', 'Tarif à la minute ($)'),
  cost: words('Cost ($)', 'Coût ($)'),
  exactCost: words('Cost before rounding ($)', 'Coût avant arrondi ($)'),
  line: words('Line', 'Ligne'),
  hours: words('Hours', 'Heures'),
  total: words('Total', 'Total'),
  apart: words('For no visit', 'Pour aucune visite'),
  charged: words('Charged to programmes', 'Imputé aux programmes'),
  recorded: words('Recorded', 'Enregistré'),
  paid: words('Paid', 'Payé'),
  difference: words('Paid less recorded', 'Payé moins enregistré'),
  unknownProgramme: words('No longer known', 'Inconnu'),
} satisfies Record<string, Words>

export const STEP_WORDS: Record<Step | Apart, Words> = {
  preparation: words('Preparation', 'Préparation'),
  call: words('From the call to the counter', 'De l’appel au guichet'),
  service: words('Service', 'Service'),
  phone: words('Phone', 'Téléphone'),
  'back-office': words('Back office', 'Travail de bureau'),
  hold: words('On hold', 'De côté'),
  'wrap-up': words('Wrap-up', 'Conclusion du dossier'),
  idle: words('Idle', 'Disponible'),
  break: words('Break', 'Pause'),
  away: words('Away', 'Absence'),
}
