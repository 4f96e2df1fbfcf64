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

const OF_ROLE: Record<Role, readonly Permission[]> = {
  agent: ['add-visit', 'serve', 'see-desk', 'see-board', 'see-kiosk'],
  greeter: ['add-visit', 'serve', 'see-desk', 'see-board', 'see-kiosk'],
  manager: [
    'add-visit',
    'serve',
    'overrule',
    'see-desk',
    'see-board',
    'see-kiosk',
    'manage-devices',
    'manage-room',
  ],
  director: ['see-desk', 'see-board'],
  executive: ['see-board'],
  administrator: [
    'see-desk',
    'see-board',
    'see-kiosk',
    'manage-devices',
    'manage-settings',
    'manage-room',
  ],
}

const OF_DEVICE: Record<DeviceKind, readonly Permission[]> = {
  kiosk: ['add-visit', 'see-kiosk', 'report-health'],
  display: ['see-board', 'report-health'],
}

/** Somebody or something that has shown who they are. */
export type Party = { readonly id: string; readonly name: string } & (
  | { readonly kind: 'staff'; readonly role: Role; readonly office: string | null }
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

/** Whether this office is within the party's scope. Staff without an office have every office. */
export function mayEnter(party: Party, office: string): boolean {
  return party.office === null || party.office === office
}
