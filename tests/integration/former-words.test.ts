// What was taken out of an office's settings keeps the name it had last: in the words that pages get, in
// files, in the statement of cost, and in a visit's story.
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, it } from 'mocha'
import type { ReportWords } from '#protocol'
import type { OfficeSettings } from '../../server/domain/settings.ts'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'
import { unzipped } from '../support/unzipped.ts'

const V1 = '/api/v1'
const TODAY = { from: '2026-06-02', to: '2026-06-03' }
const LAST = { en: 'Health card: renew', fr: 'Carte santé\u00a0: renouveler' }

describeOnEach('former words', (database) => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openOffice(database)
  })
  afterEach(() => office.close())

  async function words(username = 'manager.victoria'): Promise<ReportWords> {
    const token = await office.tokenOf(username)
    const { status, body } = await office.request('GET', `${V1}/report-words`, { token })
    assert.equal(status, 200)
    return body as ReportWords
  }
  const rename = (code?: string): Promise<void> =>
    configure(
      office,
      (settings) => ({
        ...settings,
        services: settings.services.map((each) =>
          each.code === 'health-card' ? { ...each, name: LAST } : each,
        ),
      }),
      code,
    )
  const withoutHealth = (settings: OfficeSettings): OfficeSettings => ({
    ...settings,
    services: settings.services.filter(({ category }) => category !== 'health-care'),
    categories: settings.categories.filter(({ code }) => code !== 'health-care'),
    programmes: settings.programmes.filter(({ code }) => code !== 'health'),
  })
  const offered = ({ services }: ReportWords): boolean =>
    services.some(({ code }) => code === 'health-card')
  const former = ({ former: { services } }: ReportWords): unknown[] =>
    services.filter(({ code }) => code === 'health-card')

  async function serveOne(): Promise<string> {
    const agent = await office.signIn('agent.victoria')
    const { id } = await office.checkIn('health-card')
    await agent.begin(id, { counter: '1' })
    office.clock.advance(10 * MINUTE)
    await agent.finish(id, {})
    await office.tables()
    await office.app.rollups.written()
    return id
  }
  async function fileOf(path: string, body: object): Promise<Buffer> {
    await office.app.rollups.written()
    const token = await office.tokenOf('manager.victoria')
    const response = await fetch(`${office.origin}${V1}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ ...TODAY, ...body }),
    })
    assert.equal(response.status, 200)
    return Buffer.from(await response.arrayBuffer())
  }
  async function rowsOf(path: string, body: object): Promise<Record<string, string>[]> {
    const csv = await fileOf(path, { ...body, format: 'csv', language: 'fr' })
    return parse(csv, { columns: true, delimiter: ';', bom: true })
  }

  it('F14 are the last that an office had, and no choice', async () => {
    assert.deepEqual((await words()).former, { services: [], categories: [], programmes: [] })
    await rename()
    await configure(office, withoutHealth)

    const { former: gone, ...today } = await words()

    assert.ok(!offered({ ...today, former: gone }))
    assert.deepEqual(former({ ...today, former: gone }), [{ code: 'health-card', name: LAST }])
    assert.deepEqual(gone.categories, [
      { code: 'health-care', name: { en: 'Health care', fr: 'Soins de santé' } },
    ])
    assert.deepEqual(gone.programmes, [{ code: 'health', name: { en: 'Health', fr: 'Santé' } }])
  })

  it('F14 follow every change: what comes back is former no more, and as it is called then', async () => {
    const before = (await office.request('GET', `${V1}/offices/victoria/settings`, {
      token: await office.tokenOf('administrator'),
    })) as { body: OfficeSettings }
    await configure(office, withoutHealth)
    assert.equal(former(await words()).length, 1)
    // Removed again after nobody asked between: the name is the last all the same.
    await configure(office, () => before.body)
    await rename()
    await configure(office, withoutHealth)
    assert.deepEqual(former(await words()), [{ code: 'health-card', name: LAST }])

    await configure(office, () => before.body)

    const now = await words()
    assert.ok(offered(now))
    assert.deepEqual(former(now), [])
    await office.restart()
    await configure(office, withoutHealth)
    assert.deepEqual(
      former(await words()).map((each) => (each as { name: { en: string } }).name.en),
      [before.body.services.find(({ code }) => code === 'health-card')?.name.en],
    )
  })

  it('F14 are of the offices that somebody may see: what another one offers is not former', async () => {
    await configure(office, withoutHealth)

    assert.equal(former(await words()).length, 1)
    assert.deepEqual(former(await words('director')), [])
    assert.ok(offered(await words('director')))
    assert.deepEqual(former(await words('manager.cranbrook')), [])
    office.clock.advance(MINUTE)
    await rename('cranbrook')
    for (const code of ['cranbrook', 'dawson-creek']) await configure(office, withoutHealth, code)
    // Of offices that called it otherwise, who named it last.
    assert.deepEqual(former(await words('director')), [{ code: 'health-card', name: LAST }])
  })

  it('F20 F27 stand in files and the statement of cost, in the language of the file', async () => {
    await serveOne()
    await rename()
    await configure(office, withoutHealth)

    const [figures] = await rowsOf('/figures/file', { by: ['service'] })
    const [visits] = await rowsOf('/figures/visits/file', {})
    const [statement] = await rowsOf('/cost/file', { what: 'statement' })
    const evidence = await rowsOf('/cost/file', { what: 'evidence' })
    const workbook = await fileOf('/figures/file', {
      ...{ by: ['category'], format: 'xlsx', language: 'fr' },
      ...{ services: ['health-card'], categories: ['health-care'], programmes: ['health'] },
    })

    assert.equal(figures?.Service, LAST.fr)
    assert.equal(visits?.Services, LAST.fr)
    assert.equal(statement?.Service, LAST.fr)
    assert.deepEqual(
      evidence.filter(({ Visite }) => Visite !== '').map(({ Service }) => Service),
      [LAST.fr],
    )
    const texts = [...unzipped(workbook).values()].join('')
    for (const text of [LAST.fr, 'Soins de santé', 'Santé']) assert.ok(texts.includes(text), text)
  })

  it('F20 F27 leave a service its category and programme, though its day is made anew', async () => {
    await serveOne()
    await configure(office, withoutHealth)
    // The day is made anew, of today's settings.
    await office.checkIn('driver-licence')

    for (const [by, column, name] of [
      ['category', 'Catégorie', 'Soins de santé'],
      ['programme', 'Programme', 'Santé'],
    ] as const) {
      const rows = await rowsOf('/figures/file', { by: [by] })
      const names = rows.map((row) => row[column])
      assert.ok(names.includes(name), names.join())
    }
    const [visit] = await rowsOf('/figures/visits/file', { categories: ['health-care'] })
    assert.equal(visit?.Programme, 'Santé')
    const statement = await rowsOf('/cost/file', { what: 'statement' })
    const programmes = statement.map(({ Programme }) => Programme)
    assert.ok(programmes.includes('Santé'), programmes.join())
  })

  it('F14 stand in the story of a visit', async () => {
    const id = await serveOne()
    const manager = await office.signIn('manager.victoria')
    assert.deepEqual((await manager.story(id)).formerServices, [])
    await rename()
    await configure(office, withoutHealth)

    const { formerServices } = await manager.story(id)

    assert.deepEqual(formerServices, [{ code: 'health-card', name: LAST }])
  })
})
