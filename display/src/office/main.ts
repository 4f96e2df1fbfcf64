// Makes the public page of an office live: writes again what the server wrote into it, as it changes.
// The page says everything without this script too.
import {
  freshnessText,
  officeDay,
  publicNow,
  watchOffice,
  type Language,
  type PublicNow,
  type PublicView,
} from '#protocol'
import './office.css'

const section = document.querySelector<HTMLElement>('[data-office]')
if (section) makeLive(section)

function makeLive(section: HTMLElement): void {
  const { office: code = '', language: asked, day } = section.dataset
  const language: Language = asked === 'fr' ? 'fr' : 'en'
  let timeZone: string | null = null
  let configured = ''

  const live = watchOffice(code, 'public', {
    onView({ rows, at }: PublicView) {
      const office = rows.find((row) => row.kind === 'office')
      const intake = rows.find((row) => row.kind === 'intake')
      const summary = rows.find((row) => row.kind === 'summary')
      if (!office || !intake || !summary) return
      // Hours and services are the server's to write: a new day or other settings, a new page.
      const settings = JSON.stringify(office)
      const isOld = officeDay(Date.parse(at), office.timeZone) !== day
      if (isOld || (configured !== '' && configured !== settings)) location.reload()
      configured = settings
      timeZone = office.timeZone
      write(section, publicNow(office, intake, summary.waiting, language, Date.parse(at)))
    },
    onFreshness({ isLive, lastHeard }) {
      if (timeZone === null) return
      const at = lastHeard === null ? live.now() : live.now(lastHeard)
      const kind = isLive ? 'live' : 'not-live'
      put(section, 'fresh', freshnessText(kind, at, timeZone, language))
      section.classList.toggle('not-live', !isLive)
    },
    // The server takes no more screens now: what stands here says of when it is.
    onRefused: () => live.stop(),
  })
}

function write(section: HTMLElement, now: PublicNow): void {
  section.classList.remove('open', 'stopped', 'closed')
  section.classList.add(now.tone)
  for (const name of ['status', 'because', 'next', 'waiting'] as const) {
    put(section, name, now[name])
  }
  const shut = section.querySelector<HTMLElement>('[data-now="shut"]')
  if (shut) shut.hidden = now.shut.length === 0
  shut?.querySelector('ul')?.replaceChildren(
    ...now.shut.map(({ service, why }) => {
      const item = document.createElement('li')
      const strong = document.createElement('strong')
      strong.textContent = service
      item.append(strong, ` ${why}`)
      return item
    }),
  )
}

/** Only what differs is touched: a screen reader hears of a change once. */
function put(section: HTMLElement, name: string, text: string): void {
  const line = section.querySelector(`[data-now="${name}"]`)
  if (line && line.textContent !== text) line.textContent = text
}
