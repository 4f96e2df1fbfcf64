// The hours of an office as a page shows them: its week, and the dates on which it is otherwise.
import { officeDay } from '../../domain/office-time.ts'
import { weekday } from '../../domain/opening-hours.ts'
import type { Language } from '../../domain/settings.ts'
import { html, type Html } from '../../http/html.ts'
import { formatDay, formatMinute, writeDay } from '../../protocol/office-time-text.ts'
import type { PublicOffice } from '../../protocol/views.ts'
import { PAGE_WORDS } from './page-words.ts'

type Hours = NonNullable<PublicOffice['hours']>
type Spans = Hours['exceptions'][number]['spans']

/** How many of the dates to come are shown. */
const DATES_SHOWN = 12
const WHOLE_DAY = 1440
/** A Monday, to name the days of the week by. */
const A_MONDAY = Date.parse('2026-06-01T12:00:00Z')
const DAY = 24 * 60 * 60_000

export function hoursSection(office: PublicOffice, language: Language, at: number): Html {
  const words = PAGE_WORDS[language]
  const { hours, timeZone, name } = office
  const today = officeDay(at, timeZone)
  return html`<section aria-labelledby="hours">
    <h2 id="hours">${words.hours}</h2>
    ${
      hours
        ? html`${week(hours, today, language, words.hoursOf(name[language]))}
            ${dates(hours, today, language)}
            <p class="soft">${words.localTime}</p>`
        : html`<p>${words.always}</p>`
    }
  </section>`
}

function week(hours: Hours, today: string, language: Language, caption: string): Html {
  const words = PAGE_WORDS[language]
  // Where today is otherwise, the dates below say so.
  const isOrdinary = !hours.exceptions.some(({ day }) => day === today)
  const dayName = (index: number): string =>
    writeDay(A_MONDAY + index * DAY, 'UTC', language, { weekday: 'long' })
  const rows = hours.week.map((spans, index) => {
    const isToday = isOrdinary && index === weekday(today)
    const mark = isToday ? html` <span class="today">${words.today}</span>` : null
    return html`<tr class="${isToday ? 'is-today' : ''}">
      <th scope="row">${dayName(index)}${mark}</th>
      <td>${spansText(spans, language)}</td>
    </tr>`
  })
  return html`<table>
    <caption class="unseen">
      ${caption}
    </caption>
    <thead class="unseen">
      <tr>
        <th scope="col">${words.day}</th>
        <th scope="col">${words.open}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

function dates({ exceptions }: Hours, today: string, language: Language): Html | null {
  const words = PAGE_WORDS[language]
  const ahead = exceptions
    .filter(({ day }) => day >= today)
    .sort((a, b) => a.day.localeCompare(b.day))
    .slice(0, DATES_SHOWN)
  if (ahead.length === 0) return null
  const rows = ahead.map(({ day, spans, words: why }) => {
    const noon = Date.parse(`${day}T12:00:00Z`)
    const mark = day === today ? html` <span class="today">${words.today}</span>` : null
    return html`<tr class="${day === today ? 'is-today' : ''}">
      <th scope="row">${formatDay(noon, 'UTC', language, { withYear: true })}${mark}</th>
      <td>${spansText(spans, language)}</td>
      <td>${why[language]}</td>
    </tr>`
  })
  return html`<h3 id="dates">${words.otherDays}</h3>
    <table class="dates" aria-labelledby="dates">
      <thead class="unseen">
        <tr>
          <th scope="col">${words.day}</th>
          <th scope="col">${words.open}</th>
          <th scope="col">${words.why}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`
}

function spansText(spans: Spans, language: Language): string {
  const words = PAGE_WORDS[language]
  if (spans.length === 0) return words.closed
  const texts = spans.map(({ from, to }) =>
    from === 0 && to === WHOLE_DAY
      ? words.allDay
      : words.span(formatMinute(from, language), formatMinute(to, language)),
  )
  return texts.join(words.and)
}
