// Groups of agents over the wire, as the manager of their office names them.
import { z } from 'zod'
import { Code, Id } from './fields.ts'

const Name = z.string().trim().min(1).max(60)

/** All groups of one office: what is not among them is no group any more. */
export const AgentGroups = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        code: Code,
        name: z.strictObject({ en: Name, fr: Name }).describe('Names nobody'),
        agents: z.array(Id).max(500).describe('Agents of the office, three or more, in no other'),
      }),
    )
    .max(20),
})
export type AgentGroups = z.infer<typeof AgentGroups>

/** The same, with everybody who may be in one. */
export const AgentGroupsKnown = AgentGroups.extend({
  agents: z.array(z.object({ id: Id, name: z.string() })),
})
export type AgentGroupsKnown = z.infer<typeof AgentGroupsKnown>
