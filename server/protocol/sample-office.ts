// The office of the samples, and the moment at which they were taken.
import type { OfficeRow, ServiceInfo, SummaryRow } from './views.ts'

/** A service; its description is left out where the name says enough. */
function service(
  code: string,
  category: string,
  prefix: string,
  en: string,
  fr: string,
  description?: { en: string; fr: string },
): ServiceInfo {
  return { code, category, prefix, name: { en, fr }, ...(description ? { description } : {}) }
}

export const OFFICE: OfficeRow = {
  id: 'office',
  kind: 'office',
  code: 'victoria',
  name: { en: 'Victoria service centre', fr: 'Centre de services de Victoria' },
  timeZone: 'America/Vancouver',
  reception: true,
  counters: ['1', '2', '3', '4', '5', '6'].map((code) => ({
    code,
    name: { en: `Counter ${code}`, fr: `Guichet ${code}` },
  })),
  categories: [
    { code: 'driving', name: { en: 'Driver licensing', fr: 'Permis de conduire' } },
    { code: 'identity', name: { en: 'Identity', fr: 'Identité' } },
    { code: 'health', name: { en: 'Health', fr: 'Santé' } },
    { code: 'property', name: { en: 'Property and taxes', fr: 'Propriété et impôts' } },
  ],
  services: [
    service('licence-renewal', 'driving', 'A', 'Renew a licence', 'Renouveler un permis', {
      en: 'Bring your current licence.',
      fr: 'Apportez votre permis actuel.',
    }),
    service('knowledge-test', 'driving', 'A', 'Knowledge test', 'Examen théorique'),
    service('road-test', 'driving', 'A', 'Road test', 'Examen pratique'),
    service('identity-card', 'identity', 'B', 'Identity card', 'Carte d’identité'),
    service('name-change', 'identity', 'B', 'Change of name', 'Changement de nom'),
    service('health-plan', 'health', 'C', 'Health plan', 'Régime d’assurance maladie'),
    service('property-tax', 'property', 'D', 'Property tax', 'Impôt foncier'),
    service('notary', 'property', 'D', 'Notary', 'Notaire', {
      en: 'Bring two pieces of identification.',
      fr: 'Apportez deux pièces d’identité.',
    }),
  ],
}

export const summary = (waiting: number): SummaryRow => ({
  id: 'summary',
  kind: 'summary',
  waiting,
})

export const AT = '2026-11-23T18:42:00.000Z'

/** The instant so many minutes before the samples were taken. */
export const ago = (minutes: number): string =>
  new Date(Date.parse(AT) - minutes * 60_000).toISOString()
