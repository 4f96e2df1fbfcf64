// Who may do what, in which office. One table; every route and every live room asks it.

export const ROLES = [
  'agent',
  'greeter',
  'manager',
  'director',
  'executive',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

export const DEVICE_KINDS = ['kiosk', 'display'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

export type Permission =
  | 'add-visit'
  | 'serve'
  | 'overrule'
  | 'see-desk'
  | 'see-board'
  | 'see-kiosk'
  | 'manage-devices'
  | 'report-health'
  | 'manage-settings'
  | 'manage-room'
  | 'see-figures'
  | 'see-visits'
  | 'see-own-figures'
  | 'look-into'
  | 'name-agent-groups'
  | 'see-cost'
  | 'set-paid-hours'
  | 'set-rates'

const OF_ROLE: Record<Role, readonly Permission[]> = {
  agent: ['add-visit', 'serve', 'see-desk', 'see-board', 'see-kiosk', 'see-own-figures'],
  greeter: ['add-visit', 'serve', 'see-desk', 'see-board', 'see-kiosk', 'see-own-figures'],
  manager: [
    'add-visit',
    'serve',
    'overrule',
    'see-desk',
    'see-board',
    'see-kiosk',
    'manage-devices',
    'manage-room',
    'see-figures',
    'see-visits',
    'see-own-figures',
    'look-into',
    'name-agent-groups',
    'see-cost',
    'set-paid-hours',
  ],
  director: ['see-desk', 'see-board', 'see-figures', 'see-visits', 'see-cost'],
  executive: ['see-board', 'see-figures', 'see-cost'],
  administrator: [
    'see-desk',
    'see-board',
    'see-kiosk',
    'manage-devices',
    'manage-settings',
    'set-paid-hours',
    'set-rates',
    'see-cost',
    'manage-room',
  ],
}

const OF_DEVICE: Record<DeviceKind, readonly Permission[]> = {
  kiosk: ['add-visit', 'see-kiosk', 'report-health'],
  display: ['see-board', 'report-health'],
}

/** Somebody or something that has shown who they are. */
export type Party = { readonly id: string; readonly name: string } & (
  | {
      readonly kind: 'staff'
      readonly role: Role
      readonly office: string | null
      /** Code of the region whose offices they may enter; null or absent: not bound to one. */
      readonly region?: string | null
    }
  | { readonly kind: 'device'; readonly device: DeviceKind; readonly office: string }
)

/** Whether `party` may use `permission` at all, wherever. */
export function may(party: Party, permission: Permission): boolean {
  const granted = party.kind === 'staff' ? OF_ROLE[party.role] : OF_DEVICE[party.device]
  return granted.includes(permission)
}

/** Whether a member of staff of this role may; one that is not known may nothing. */
export function mayAs(role: string, permission: Permission): boolean {
  const known = ROLES.find((each) => each === role)
  return known !== undefined && OF_ROLE[known].includes(permission)
}

/** An office as scopes see it. `region`: the code of its region; null: of none. */
export interface Place {
  readonly code: string
  readonly region: string | null
}

/** Whether the party's scope is one region's offices, or all. Null: all, or one office. */
export function regionOf(party: Party): string | null {
  return party.kind === 'staff' ? (party.region ?? null) : null
}

/** Whether this office is within the party's scope: their own, their region's, or any. */
export function mayEnter(party: Party, { code, region }: Place): boolean {
  if (party.office !== null) return party.office === code
  const bound = regionOf(party)
  return bound === null || bound === region
}
