// Who asks for figures in the bench: staff who sign in, and the groups that agents are in.
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../server/db/connect.ts'
import { officesGrouped } from '../../server/features/reports/agent-group-store.ts'
import type { AgentGroupsKnown } from '../../server/protocol/agent-groups.ts'
import { keepAlive, type Post } from './keep-alive.ts'

const PASSWORD = 'guichet'
export const GROUP = 'front'

export async function signedIn(
  url: string,
  username: string,
): Promise<{ token: string; post: Post }> {
  const answer = await keepAlive(url)('/api/v1/sign-in', { username, password: PASSWORD })
  const { token } = answer.body as { token?: string }
  if (token === undefined) throw new Error(`${username} cannot sign in`)
  return { token, post: keepAlive(url, { authorization: `Bearer ${token}` }) }
}

/** All agents of each office are a group: the most that can be asked for. */
export async function nameGroups(url: string, offices: readonly string[]): Promise<void> {
  for (const office of offices) {
    const path = `/api/v1/offices/${office}/agent-groups`
    const { token } = await signedIn(url, `manager.${office}`)
    const { agents } = await get<AgentGroupsKnown>(url, path, token)
    const name = { en: 'The front', fr: 'L’avant' }
    const groups = [{ code: GROUP, name, agents: agents.map(({ id }) => id) }]
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(url + path, {
      ...{ method: 'PUT', headers, body: JSON.stringify({ groups }) },
    })
    if (!response.ok) throw new Error(`${office} has no group: ${response.status}`)
  }
}

/** Waits until the figures of the groups are made: a server does so a minute after they were named. */
export async function groupsMade(file: string, offices: readonly string[]): Promise<void> {
  const db = connect(`sqlite:${file}`)
  try {
    while ((await officesGrouped(db.reader, offices)).size < offices.length) await sleep(1_000)
  } finally {
    await db.close()
  }
}

export async function get<T>(url: string, path: string, token: string): Promise<T> {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
  return (await response.json()) as T
}
