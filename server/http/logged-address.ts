// Addresses as logs may keep them: the link of a ticket is as good as the ticket itself.

/** The address with the token of a ticket's link left out. */
export function loggedAddress(address: string): string {
  return address.replace(/^((?:\/api\/v1)?\/(?:t|tickets))\/[^/?#]+/, '$1/…')
}
