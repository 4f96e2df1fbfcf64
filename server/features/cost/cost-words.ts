// What stands in the files of the statement, in both languages: in the words of the pages, which a test
// holds it to, so that a page and its file can be laid side by side.
import type { Apart, Step } from '../../domain/cost/worked-time.ts'
import type { Words } from '../../domain/settings.ts'

const words = (en: string, fr: string): Words => ({ en, fr })

export const COST_WORDS = {
  statement: words('Statement', 'Relevé'),
  evidence: words('Evidence', 'Pièces'),
  reconciliation: words('Reconciliation', 'Rapprochement'),
  office: words('Office', 'Bureau'),
  year: words('Fiscal year', 'Exercice'),
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
  perMinute: words('Rate per minute ($)', 'Tarif par minute ($)'),
  rateFrom: words('Rate since', 'Tarif depuis le'),
  cost: words('Cost ($)', 'Coût ($)'),
  exactCost: words('Cost before rounding ($)', 'Coût avant arrondi ($)'),
  line: words('Line', 'Ligne'),
  hours: words('Hours', 'Heures'),
  total: words('Total', 'Total'),
  apart: words('For no visit', 'Pour aucune visite'),
  charged: words('Charged to programmes', 'Imputé aux programmes'),
  recorded: words('Recorded', 'Enregistré'),
  paid: words('Paid', 'Payé'),
  unpaid: words(
    'In the shifts and not paid, such as lunch',
    'Dans les quarts et non payé, comme le repas',
  ),
  difference: words(
    'Remainder: paid and unpaid shifts less recorded',
    'Reste\u00a0: quarts payés et non payés moins enregistré',
  ),
  unknownProgramme: words('No longer known', 'Inconnu'),
} satisfies Record<string, Words>

export const STEP_WORDS: Record<Step | Apart, Words> = {
  preparation: words('Taking in', 'Accueil'),
  call: words('Call', 'Appel'),
  service: words('Service', 'Service'),
  phone: words('Phone', 'Téléphone'),
  'back-office': words('Back office', 'Travail de bureau'),
  hold: words('On hold', 'Mise de côté'),
  'wrap-up': words('Wrap-up', 'Conclusion'),
  idle: words('Available', 'Disponible'),
  break: words('On a break', 'En pause'),
  away: words('Away', 'Hors du poste'),
}
