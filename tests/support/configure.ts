// An office whose settings a test changes, as an administrator would.
import { Settings, toSettings } from '#protocol/settings'
import type { OfficeSettings } from '../../server/domain/settings.ts'
import type { TestOffice } from './office.ts'

/** Publishes the office's settings as `change` makes them of what they are. */
export async function configure(
  office: TestOffice,
  change: (settings: OfficeSettings) => OfficeSettings,
  code = 'victoria',
): Promise<void> {
  const token = await office.tokenOf('administrator')
  const path = `/api/v1/offices/${code}/settings`
  const { body } = await office.request('GET', path, { token })
  const changed = change(toSettings(Settings.parse(body)))
  const { status, body: said } = await office.request('PUT', path, { token, body: changed })
  if (status !== 200) throw new Error(JSON.stringify(said))
}

/** The same with another policy. */
export function withPolicy(
  office: TestOffice,
  policy: Partial<OfficeSettings['policy']>,
  code?: string,
): Promise<void> {
  return configure(
    office,
    (settings) => ({ ...settings, policy: { ...settings.policy, ...policy } }),
    code,
  )
}
