// What a service centre of the sample province offers: programmes, categories, services. Sample
// data, written for this product.
import type { Category, Programme, Service } from '../../domain/settings.ts'
import { PREPARATION } from './preparation.ts'

export const PROGRAMMES: Programme[] = [
  { code: 'driver-services', name: { en: 'Driver Services', fr: 'Services aux conducteurs' } },
  { code: 'health', name: { en: 'Health', fr: 'Santé' } },
  { code: 'finance', name: { en: 'Finance', fr: 'Finances' } },
  { code: 'citizens', name: { en: 'Citizens’ Services', fr: 'Services aux citoyens' } },
  { code: 'social', name: { en: 'Social Development', fr: 'Développement social' } },
  { code: 'lands', name: { en: 'Lands and Resources', fr: 'Terres et ressources' } },
]

export const CATEGORIES: Category[] = [
  { code: 'driving', name: { en: 'Driving', fr: 'Conduite' } },
  { code: 'health-care', name: { en: 'Health care', fr: 'Soins de santé' } },
  { code: 'property', name: { en: 'Property and taxes', fr: 'Propriété et impôts' } },
  { code: 'identity', name: { en: 'Identity and certificates', fr: 'Identité et certificats' } },
  { code: 'income', name: { en: 'Income and assistance', fr: 'Revenu et aide' } },
  { code: 'outdoors', name: { en: 'Land and outdoors', fr: 'Terres et plein air' } },
  { code: 'other', name: { en: 'Other services', fr: 'Autres services' } },
]

function service(
  code: string,
  prefix: string,
  [category, programme]: readonly [string, string],
  [en, fr]: readonly [string, string],
  [descriptionEn, descriptionFr]: readonly [string, string],
): Service {
  const description = { en: descriptionEn, fr: descriptionFr }
  return { code, prefix, category, programme, name: { en, fr }, description, ...PREPARATION[code] }
}

const DRIVING = ['driving', 'driver-services'] as const
const HEALTH = ['health-care', 'health'] as const
const PROPERTY = ['property', 'finance'] as const
const IDENTITY = ['identity', 'citizens'] as const
const INCOME = ['income', 'social'] as const
const OUTDOORS = ['outdoors', 'lands'] as const
const OTHER = ['other', 'citizens'] as const

export const SERVICES: Service[] = [
  service(
    'driver-licence',
    'A',
    DRIVING,
    ['Driver’s licence: renew or replace', 'Permis de conduire\u00a0: renouveler ou remplacer'],
    [
      'When it runs out, is lost, or your address has changed.',
      'S’il expire, est perdu, ou si votre adresse a changé.',
    ],
  ),
  service(
    'knowledge-test',
    'K',
    DRIVING,
    ['Driver’s knowledge test', 'Examen théorique de conduite'],
    ['The test takes about 45 minutes.', 'L’examen dure environ 45 minutes.'],
  ),
  service(
    'vehicle-registration',
    'A',
    DRIVING,
    ['Vehicle registration', 'Immatriculation d’un véhicule'],
    [
      'New plates, a renewal, or a vehicle bought or sold.',
      'Nouvelles plaques, renouvellement, véhicule acheté ou vendu.',
    ],
  ),
  service(
    'commercial-licence',
    'A',
    DRIVING,
    ['Commercial driver’s licence', 'Permis de conduire professionnel'],
    ['For trucks, buses and taxis.', 'Pour les camions, les autobus et les taxis.'],
  ),
  service(
    'health-plan',
    'H',
    HEALTH,
    ['Health plan: enrol or change', 'Régime de santé\u00a0: inscription ou changement'],
    [
      'For new residents, newborns and changes of address.',
      'Pour les nouveaux résidents, les nouveau-nés et les changements d’adresse.',
    ],
  ),
  service(
    'health-card',
    'H',
    HEALTH,
    ['Health card: replace', 'Carte santé\u00a0: remplacer'],
    ['A card that is lost, stolen or damaged.', 'Une carte perdue, volée ou endommagée.'],
  ),
  service(
    'pharmacy-plan',
    'H',
    HEALTH,
    ['Prescription drug plan', 'Régime d’assurance médicaments'],
    ['Help with registration and proof of income.', 'Aide à l’inscription et preuve de revenu.'],
  ),
  service(
    'property-tax',
    'T',
    PROPERTY,
    ['Property tax: pay or ask', 'Impôt foncier\u00a0: payer ou se renseigner'],
    [
      'We take cash, cheques and cards.',
      'Nous acceptons l’argent comptant, les chèques et les cartes.',
    ],
  ),
  service(
    'home-owner-grant',
    'T',
    PROPERTY,
    ['Home owner grant', 'Subvention aux propriétaires'],
    ['To claim the grant for this year.', 'Pour demander la subvention de l’année.'],
  ),
  service(
    'tax-deferment',
    'T',
    PROPERTY,
    ['Property tax deferment', 'Report de l’impôt foncier'],
    [
      'For people aged 55 or more, and families with children.',
      'Pour les personnes de 55 ans ou plus et les familles avec enfants.',
    ],
  ),
  service(
    'identity-card',
    'C',
    IDENTITY,
    ['Identity card', 'Carte d’identité'],
    ['For people who do not drive.', 'Pour les personnes qui ne conduisent pas.'],
  ),
  service(
    'digital-identity',
    'C',
    IDENTITY,
    [
      'Services card app: verify your identity',
      'Application de la carte de services\u00a0: vérifier votre identité',
    ],
    [
      'To sign in to government services with your phone.',
      'Pour ouvrir une session dans les services publics avec votre téléphone.',
    ],
  ),
  service(
    'birth-certificate',
    'C',
    IDENTITY,
    ['Birth, marriage or death certificate', 'Certificat de naissance, de mariage ou de décès'],
    [
      'We can order it for you; it comes by mail.',
      'Nous pouvons le commander pour vous; il arrive par la poste.',
    ],
  ),
  service(
    'name-change',
    'C',
    IDENTITY,
    ['Change of name', 'Changement de nom'],
    [
      'Ask us for the forms before you fill them in.',
      'Demandez-nous les formulaires avant de les remplir.',
    ],
  ),
  service(
    'income-assistance',
    'S',
    INCOME,
    ['Income assistance', 'Aide au revenu'],
    [
      'We help you apply and pass on your documents.',
      'Nous vous aidons à faire la demande et transmettons vos documents.',
    ],
  ),
  service(
    'seniors-supplement',
    'S',
    INCOME,
    ['Seniors’ supplement', 'Supplément pour aînés'],
    [
      'Questions about payments and eligibility.',
      'Questions sur les paiements et l’admissibilité.',
    ],
  ),
  service(
    'rental-help',
    'S',
    INCOME,
    ['Help with rent', 'Aide au loyer'],
    ['Apply, or tell us about a change.', 'Faire une demande ou signaler un changement.'],
  ),
  service(
    'fishing-hunting',
    'L',
    OUTDOORS,
    ['Fishing and hunting licences', 'Permis de pêche et de chasse'],
    [
      'For this season, residents and visitors.',
      'Pour la saison en cours, résidents et visiteurs.',
    ],
  ),
  service(
    'land-title',
    'L',
    OUTDOORS,
    ['Crown land and titles', 'Terres de la Couronne et titres'],
    ['Searches, applications and payments.', 'Recherches, demandes et paiements.'],
  ),
  service(
    'notary',
    'N',
    OTHER,
    ['Notary and commissioner for oaths', 'Notaire et commissaire à l’assermentation'],
    [
      'Do not sign your document before you see us.',
      'Ne signez pas votre document avant de nous voir.',
    ],
  ),
  service(
    'payments',
    'N',
    OTHER,
    ['Pay a provincial bill or fine', 'Payer une facture ou une amende provinciale'],
    ['Tickets, tolls, court fines and fees.', 'Contraventions, péages, amendes et droits.'],
  ),
  service(
    'general',
    'G',
    OTHER,
    ['Something else', 'Autre demande'],
    [
      'Not sure? We will find the right service with you.',
      'Vous hésitez? Nous trouverons le bon service avec vous.',
    ],
  ),
]
