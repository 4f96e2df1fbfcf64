// What people bring for the services of the sample province, and what they are asked while they take
// a ticket. Sample data, written for this product.
import type { Question, Service, Words } from '../../domain/settings.ts'

type Preparation = Pick<Service, 'bring' | 'questions'>

const both = (en: string, fr: string): Words => ({ en, fr })
const question = (code: string, en: string, fr: string): Question => ({ code, words: { en, fr } })

const PHOTO_ID = both('A piece of identification with a photo', 'Une pièce d’identité avec photo')
const TWO_IDS = both('Two pieces of identification', 'Deux pièces d’identité')

/** By the code of the service; a service that is not here needs nothing. */
export const PREPARATION: Readonly<Record<string, Preparation>> = {
  'driver-licence': {
    bring: [
      both('Your present licence, if you have it', 'Votre permis actuel, si vous l’avez'),
      both('One more piece of identification', 'Une autre pièce d’identité'),
    ],
    questions: [
      question('lost', 'Is your licence lost or stolen?', 'Votre permis est-il perdu ou volé?'),
    ],
  },
  'knowledge-test': { bring: [TWO_IDS] },
  'vehicle-registration': {
    bring: [
      both(
        'The transfer form, signed by buyer and seller',
        'Le formulaire de transfert signé par l’acheteur et le vendeur',
      ),
      PHOTO_ID,
    ],
  },
  'commercial-licence': { bring: [both('Your medical report', 'Votre rapport médical'), PHOTO_ID] },
  'health-plan': {
    bring: [PHOTO_ID, both('Proof of where you live', 'Une preuve de votre adresse')],
    questions: [
      question(
        'newcomer',
        'Did you move here in the last 3 months?',
        'Êtes-vous ici depuis moins de 3 mois?',
      ),
      question('newborn', 'Is it for a newborn child?', 'Est-ce pour un nouveau-né?'),
    ],
  },
  'health-card': { bring: [PHOTO_ID] },
  'pharmacy-plan': { bring: [both('Your proof of income', 'Votre preuve de revenu')] },
  'property-tax': { bring: [both('Your tax notice', 'Votre avis d’imposition')] },
  'home-owner-grant': { bring: [both('Your folio number', 'Votre numéro de dossier')] },
  'identity-card': { bring: [TWO_IDS] },
  'digital-identity': { bring: [both('Your phone', 'Votre téléphone'), PHOTO_ID] },
  'rental-help': {
    bring: [
      both('Your lease', 'Votre bail'),
      both('Your proof of income', 'Votre preuve de revenu'),
    ],
  },
  'fishing-hunting': {
    bring: [
      both('Your outdoor number, if you have one', 'Votre numéro de plein air, si vous en avez un'),
    ],
  },
  notary: {
    bring: [both('Your document, not signed yet', 'Votre document, pas encore signé'), PHOTO_ID],
    questions: [
      question(
        'another',
        'Does somebody else have to sign?',
        'Une autre personne doit-elle signer?',
      ),
    ],
  },
  payments: { bring: [both('The bill or its number', 'La facture ou son numéro')] },
}
