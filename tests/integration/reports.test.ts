// Reports over HTTP: who may see which figures, the visits behind them and their story, files of both,
// and the days and questions that reports stumble over.
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, it } from 'mocha'
import type { FigureAnswer, FiguresCompared, VisitsBehind } from '#protocol'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type Heard, type TestOffice } from '../support/office.ts'
import { assertProblem } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'
import { unzipped } from '../support/unzipped.ts'

const V1 = '/api/v1'
const TODAY = { from: '2026-06-02', to: '2026-06-03' }

describeOnEach('reports', (database) => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openOffice(database)
  })
  afterEach(() => office.close())

  async function ask(username: string, path: string, body: object): Promise<Heard> {
    await office.app.rollups.written()
    return office.request('POST', V1 + path, { token: await office.tokenOf(username), body })
  }
  async function download(body: object): Promise<{ status: number; content: Buffer }> {
    const token = await office.tokenOf('manager.victoria')
    const response = await fetch(`${office.origin}${V1}/figures/file`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    return { status: response.status, content: Buffer.from(await response.arrayBuffer()) }
  }
  async function figures(username: string, more: object = {}): Promise<FigureAnswer> {
    const { status, body } = await ask(username, '/figures', { ...TODAY, ...more })
    assert.equal(status, 200, JSON.stringify(body))
    return body as FigureAnswer
  }
  async function visits(username: string, more: object = {}): Promise<VisitsBehind> {
    const { status, body } = await ask(username, '/figures/visits', { ...TODAY, ...more })
    assert.equal(status, 200, JSON.stringify(body))
    return body as VisitsBehind
  }

  /** One is served after 10 minutes, one leaves after 35, one waits still. */
  async function morning(code = 'victoria'): Promise<string> {
    const agent = await office.signIn(`agent.${code}`)
    const served = await office.checkIn('driver-licence', 'Zebulon Quatrefages', code)
    const left = await office.checkIn('notary', 'Ann Onymous', code)
    await office.checkIn('driver-licence', 'Bo Dee', code)
    office.clock.advance(10 * MINUTE)
    await agent.call(served.id, { counter: '1' })
    office.clock.advance(MINUTE)
    await agent.begin(served.id, {})
    office.clock.advance(20 * MINUTE)
    await agent.finish(served.id, {})
    office.clock.advance(4 * MINUTE)
    await agent.leave(left.id, {})
    return served.id
  }

  it('F9 F10 F14 answer a manager about their own office', async () => {
    await morning()

    const { total, groups } = await figures('manager.victoria', { by: ['service'] })

    const { visits: all, served, left, stillHere } = total.counts
    assert.deepEqual([all, served, left, stillHere], [3, 1, 1, 1])
    assert.equal(total.spreads.wait.max, 10 * MINUTE)
    assert.equal(total.spreads.timeToLeave.max, 35 * MINUTE)
    assert.deepEqual(total.shares.withinTarget, { numerator: 1, denominator: 2, share: 0.5 })
    assert.deepEqual(
      groups.map(({ keys, figures: { counts } }) => [keys, counts.visits]),
      [
        [['driver-licence'], 2],
        [['notary'], 1],
      ],
    )
  })

  it('F9 are of all that somebody may see, and never of what they may not', async () => {
    await morning('victoria')
    await morning('cranbrook')
    const visitsOf = async (username: string, more: object = {}) =>
      (await figures(username, more)).total.counts.visits

    assert.equal(await visitsOf('manager.victoria'), 3)
    assert.equal(await visitsOf('director.island'), 3)
    assert.equal(await visitsOf('director'), 6)
    assert.equal(await visitsOf('executive'), 6)
    assert.equal(await visitsOf('executive', { region: 'interior' }), 3)
    assert.equal(await visitsOf('director.island', { region: 'island' }), 3)
    const refused = async (username: string, more: object) =>
      ask(username, '/figures', { ...TODAY, ...more })
    const cranbrook = { offices: ['cranbrook'] }
    assertProblem(await refused('manager.victoria', cranbrook), 'not-your-office')
    assertProblem(await refused('manager.victoria', { region: 'interior' }), 'not-your-office')
    assertProblem(await refused('director.island', cranbrook), 'not-your-office')
    assertProblem(await refused('director.island', { region: 'interior' }), 'not-your-office')
    assertProblem(await refused('executive', { region: 'atlantis' }), 'region-unknown')
    assertProblem(await refused('executive', { offices: ['atlantis'] }), 'office-unknown')
    for (const username of ['agent.victoria', 'greeter.victoria', 'administrator'])
      assertProblem(await refused(username, {}), 'not-allowed')
  })

  it('F9 compare two periods, and refuse one that ends before it begins', async () => {
    await morning()
    const compare = (before: object) =>
      ask('manager.victoria', '/figures/compare', { ...TODAY, before })

    const { body } = await compare({ from: '2026-06-01', to: '2026-06-02' })

    const { now, before } = body as FiguresCompared
    assert.deepEqual([now.total.counts.visits, before.total.counts.visits], [3, 0])
    assertProblem(await compare({ from: '2026-06-02', to: '2026-06-01' }), 'invalid-input')
  })

  it('F23 open the visits behind a number, and the story of each, in two steps', async () => {
    const served = await morning()

    const list = await visits('manager.victoria', {
      groups: [{ by: 'service', key: 'driver-licence' }],
      figure: 'wait',
    })

    assert.deepEqual(
      list.visits.map(({ visit, outcome, wait }) => [visit, outcome, wait]),
      [[served, 'served', 10 * MINUTE]],
    )
    assert.ok(!JSON.stringify(list).includes('Zebulon'))
    for (const username of ['manager.victoria', 'director.island']) {
      const { facts } = await (await office.signIn(username)).story(served)
      assert.deepEqual(
        facts.map(({ type }) => type),
        ['visit-arrived', 'visit-called', 'visit-begun', 'request-finished'],
      )
      const [arrived, called, , finished] = facts
      assert.deepEqual([arrived?.services, arrived?.priority], [['driver-licence'], 'normal'])
      assert.deepEqual([called?.counter, called?.call?.rule], ['1', 'chosen'])
      assert.deepEqual([finished?.services, finished?.then], [['driver-licence'], 'served'])
    }
    assertProblem(await ask('executive', '/figures/visits', TODAY), 'not-allowed')
    assertProblem(
      await ask('director.interior', '/figures/visits', { ...TODAY, offices: ['victoria'] }),
      'not-your-office',
    )
  })

  it('F23 say the rest of a share: who did not make it', async () => {
    await morning()

    const list = await visits('manager.victoria', { figure: 'withinTarget', share: 'rest' })

    assert.deepEqual(
      list.visits.map(({ outcome, wait }) => [outcome, wait]),
      [['left', 35 * MINUTE]],
    )
  })

  it('F23 refuse a place in the list that no page gave', async () => {
    for (const after of ['x', 'victoria.2026-13-01.1', "victoria.2026-06-02.1'", '1e9', '-1'])
      for (const figure of ['visits', 'wait'])
        assertProblem(
          await ask('manager.victoria', '/figures/visits', { ...TODAY, figure, after }),
          'invalid-input',
        )
    const other = { ...TODAY, after: 'cranbrook.2026-06-02.0' }
    assert.deepEqual(await visits('manager.victoria', other), { visits: [], next: null })
  })

  it('F23 define every figure in both languages', async () => {
    const token = await office.tokenOf('executive')
    const { body } = await office.request('GET', `${V1}/definitions`, { token })
    const { definitions } = body as {
      definitions: { name: { fr: string }; means: { en: string } }[]
    }

    assert.ok(definitions.length > 40)
    for (const { name, means } of definitions) assert.ok(name.fr !== '' && means.en !== '')
  })

  it('F17 show one agent to themselves and their manager alone, where the office wants it', async () => {
    await morning()
    const agent = await office.idOf('agent.victoria')
    const own = (username: string, whom = agent) =>
      ask(username, '/offices/victoria/agent-figures', { ...TODAY, agent: whom })

    assertProblem(await own('agent.victoria'), 'agent-figures-off')
    assertProblem(await own('manager.victoria'), 'agent-figures-off')
    await configure(office, (settings) => ({ ...settings, agentFigures: true }))

    for (const username of ['agent.victoria', 'manager.victoria']) {
      const { body } = await own(username)
      assert.equal((body as FigureAnswer).total.counts.served, 1, username)
    }
    assertProblem(await own('agent2.victoria'), 'not-allowed')
    assertProblem(await own('manager.cranbrook'), 'not-your-office')
  })

  it('F17 set agents side by side for nobody, not even their manager', async () => {
    await morning()
    await configure(office, (settings) => ({ ...settings, agentFigures: true }))
    const asked = { ...TODAY, by: ['agent'] }
    for (const username of ['manager.victoria', 'director', 'executive']) {
      assertProblem(await ask(username, '/figures', asked), 'not-allowed')
      const file = { ...asked, format: 'csv', language: 'en' }
      assertProblem(await ask(username, '/figures/file', file), 'not-allowed')
    }
  })

  it('F17 show a list of agents to nobody but their manager: of two lists, one agent is the difference', async () => {
    await morning()
    const agents = ['agent.victoria', 'agent2.victoria', 'agent3.victoria']
    const ids = await Promise.all(agents.map((each) => office.idOf(each)))
    const list = { ...TODAY, agents: ids }

    for (const username of ['director', 'executive'])
      assertProblem(await ask(username, '/figures', list), 'not-allowed')
    assertProblem(await ask('manager.victoria', '/figures', list), 'agent-figures-off')
    await configure(office, (settings) => ({ ...settings, agentFigures: true }))
    assert.equal((await figures('manager.victoria', { agents: ids })).total.counts.served, 1)
    const [one = ''] = ids
    const cell = { ...TODAY, groups: [{ by: 'agent', key: one }] }
    assertProblem(await ask('director', '/figures/visits', cell), 'not-allowed')
  })

  it('F20 write figures as each language does, with a name for every group', async () => {
    await morning()
    const file = async (language: string) => {
      const { headers, body } = await ask('manager.victoria', '/figures/file', {
        ...{ ...TODAY, by: ['service'], format: 'csv', language },
      })
      const delimiter = language === 'fr' ? ';' : ','
      const rows: Record<string, string>[] = parse(String(body), {
        columns: true,
        delimiter,
        bom: true,
      })
      return { name: headers.get('content-disposition'), rows }
    }

    const english = await file('en')
    const french = await file('fr')

    assert.equal(english.name, 'attachment; filename="figures-2026-06-02-2026-06-02-victoria.csv"')
    assert.equal(french.name, 'attachment; filename="chiffres-2026-06-02-2026-06-02-victoria.csv"')
    const [licence, , whole] = english.rows
    for (const { rows } of [english, french]) {
      // A heading that is a key of the code would begin with a small letter.
      const bare = Object.keys(rows[0] ?? {}).filter((heading) => /^[a-z]/.test(heading))
      assert.deepEqual(bare, [])
    }
    assert.equal(licence?.Service, 'Driver’s licence: renew or replace')
    assert.deepEqual(
      [licence['Wait: P50 (min)'], whole?.Service, whole?.['Wait: longest (min)']],
      ['10', 'Total', '10'],
    )
    assert.equal(french.rows[0]?.Service, 'Permis de conduire\u00a0: renouveler ou remplacer')
    assert.equal(french.rows[2]?.['Dans la cible (%)'], '50')
  })

  it('F20 write both periods of a comparison and their difference, as each language does', async () => {
    await morning()
    office.clock.advance(24 * 60 * MINUTE)
    await office.checkIn('driver-licence')
    const file = async (language: string, more: object = {}) => {
      const { status, headers, body } = await ask('manager.victoria', '/figures/file', {
        ...{ from: '2026-06-03', to: '2026-06-04', before: TODAY, by: ['service'] },
        ...{ format: 'csv', language, ...more },
      })
      assert.equal(status, 200)
      const delimiter = language === 'fr' ? ';' : ','
      const rows: Record<string, string>[] = parse(String(body), {
        columns: true,
        delimiter,
        bom: true,
      })
      return { name: headers.get('content-disposition') ?? '', rows }
    }
    const ofOther = 'Visits: 2026-06-02 to 2026-06-02'

    const { name, rows } = await file('en')
    assert.match(name, /figures-2026-06-03-2026-06-03-2026-06-02-2026-06-02-victoria\.csv/)
    assert.deepEqual(
      rows.map((row) => [row.Visits, row[ofOther], row['Visits: difference']]),
      [
        ['1', '2', '-1'],
        // Nobody came for it on the later day: that is known.
        ['0', '1', '-1'],
        ['1', '3', '-2'],
      ],
    )
    const whole = rows.at(-1)
    assert.equal(whole?.['Within target: 2026-06-02 to 2026-06-02 (%)'], '50')
    // Of the later day it is not known yet, and so is the difference.
    assert.equal(whole['Within target: difference (points)'], '')
    assert.equal(whole['Wait: P50: 2026-06-02 to 2026-06-02 (min)'], '10')

    const french = await file('fr')
    const total = french.rows.at(-1)
    assert.equal(total?.['Visites\u00a0: du 2026-06-02 au 2026-06-02'], '3')
    assert.equal(total['Visites\u00a0: écart'], '-2')

    // A day is of one period alone: the other one's cells are empty, not 0.
    const byDay = await file('en', { by: ['day'] })
    assert.deepEqual(
      byDay.rows.map((row) => [row.Visits, row[ofOther]]),
      [
        ['1', ''],
        ['', '3'],
        ['1', '3'],
      ],
    )
  })

  it('F20 name the other period in a workbook, and refuse one that ends before it begins', async () => {
    await morning()
    const body = { ...TODAY, by: ['service'], format: 'xlsx', language: 'fr' }
    const other = { from: '2026-05-01', to: '2026-05-02' }
    const { status, content } = await download({ ...body, before: other })
    assert.equal(status, 200)
    const texts = [...unzipped(content).values()].join('')
    for (const text of ['Comparaison\u00a0: premier jour', 'Visites\u00a0: écart'])
      assert.ok(texts.includes(text), text)

    const turned = await download({ ...body, before: { from: other.to, to: other.from } })
    assert.equal(turned.status, 400)
  })

  it('F20 write workbooks, with what each figure means beside it', async () => {
    await morning()
    for (const path of ['/figures/file', '/figures/visits/file', '/cost/file']) {
      const what = path === '/cost/file' ? { what: 'evidence' } : {}
      const body = { ...TODAY, ...what, format: 'xlsx', language: 'fr' }
      const { status, headers } = await ask('manager.victoria', path, body)
      assert.equal(status, 200)
      assert.match(headers.get('content-type') ?? '', /spreadsheetml/)
      assert.match(headers.get('content-disposition') ?? '', /\.xlsx"$/)
    }
  })

  it('F20 say in a workbook what it is of: period, office, and all that narrowed it', async () => {
    await morning()
    const { status, content } = await download({
      ...{ ...TODAY, by: ['service'], format: 'xlsx', language: 'fr' },
      ...{ services: ['notary'], outcomes: ['left'], flagged: 'without' },
    })

    assert.equal(status, 200)
    const texts = [...unzipped(content).values()].join('')
    for (const text of ['À propos', 'Premier jour', 'Victoria', 'Partie', 'exclues'])
      assert.ok(texts.includes(text), text)
    assert.ok(!texts.includes('Avec rendez-vous'))
  })

  it('F26 count with flagged visits, without, and them alone', async () => {
    const served = await morning()
    await (await office.signIn('agent.victoria')).markTimesWrong(served, {})
    const count = async (flagged: string) =>
      (await figures('manager.victoria', { flagged })).total.counts.visits

    assert.deepEqual([await count('with'), await count('without'), await count('only')], [3, 2, 1])
  })

  it('are of nothing for nothing, for five years of it, and for filters that contradict', async () => {
    await morning()
    const of = async (more: object) => (await figures('executive', more)).total
    const nothing = [
      { from: '2020-01-01', to: '2025-01-01' },
      { services: ['notary'], categories: ['driving'] },
      { offices: ['victoria'], region: 'interior' },
      { services: [] },
      { services: ['never-was'] },
      { outcomes: ['served'], kind: 'booked' },
    ]
    for (const more of nothing) {
      const { counts, spreads, shares } = await of(more)
      assert.equal(counts.visits, 0, JSON.stringify(more))
      assert.deepEqual([spreads.wait.mean, spreads.wait.p90], [null, null])
      assert.equal(shares.withinTarget?.share, null)
    }
    const five = await of({ from: '2022-01-01', to: '2027-01-01' })
    assert.equal(five.counts.visits, 3)
  })

  it('refuse periods and filters that are none', async () => {
    const wrong = [
      { from: '2026-06-03', to: '2026-06-02' },
      { from: '2026-06-02', to: '2026-06-02' },
      { from: '2026-02-30' },
      { from: '1900-01-01', to: '2026-01-01' },
      { by: ['colour'] },
      { by: ['day', 'office', 'service'] },
      { services: ['Robert"); DROP TABLE visits;--'] },
      { targetMinutes: 0 },
      { unheardOf: 1 },
    ]
    for (const more of wrong)
      for (const path of ['/figures', '/figures/visits'])
        assertProblem(await ask('director', path, { ...TODAY, ...more }), 'invalid-input')
  })

  it('F12 F23 are made anew after a definition has changed, and never mixed with the old', async () => {
    await morning()
    const before = await figures('manager.victoria', { by: ['service'] })
    // Rows of another version say something else by the same bytes: they are not even read.
    const old = { version: 0, cells: Buffer.from('of another definition') }
    const rows = await office.db.knex('rollups').where('office_id', 'victoria').update(old)
    assert.ok(rows > 0)

    await office.restart()

    const after = await figures('manager.victoria', { by: ['service'] })
    assert.deepEqual([after.total, after.groups], [before.total, before.groups])
  })

  it('keep a service that is offered no more, by its code, and find it again', async () => {
    await morning()
    await configure(office, (settings) => ({
      ...settings,
      services: settings.services.filter(({ code }) => code !== 'notary'),
    }))

    const { groups } = await figures('manager.victoria', { by: ['service'] })
    const list = await visits('manager.victoria', { services: ['notary'] })

    assert.ok(
      groups.some(({ keys, figures: { counts } }) => keys[0] === 'notary' && counts.visits === 1),
    )
    assert.deepEqual([list.visits.length, list.visits[0]?.programme], [1, 'citizens'])
    const { status } = await ask('manager.victoria', '/figures/visits/file', {
      ...{ ...TODAY, format: 'csv', language: 'en' },
    })
    assert.equal(status, 200)
  })

  it('keep the days of an office whose zone has changed where they were', async () => {
    await morning()
    office.clock.advance(24 * 60 * MINUTE)
    await configure(office, (settings) => ({ ...settings, timeZone: 'America/St_Johns' }))
    await morning()

    const { groups } = await figures('manager.victoria', { by: ['half-hour'] })

    const arrivals = groups.filter(({ figures: { counts } }) => counts.arrived > 0)
    assert.deepEqual(
      arrivals.map(({ keys }) => keys[0]),
      ['09:00'],
    )
    const after = { from: TODAY.to, to: '2026-06-04', by: ['half-hour'] }
    const later = (await figures('manager.victoria', after)).groups
    assert.ok(
      later.some(({ keys, figures: { counts } }) => keys[0] === '14:00' && counts.arrived > 0),
    )
  })

  it('F12 count the hour that comes twice as one, and both halves of its wait', async () => {
    const night = { from: '2026-11-01', to: '2026-11-02', offices: ['cranbrook'] }
    const toronto = { timeZone: 'America/Toronto' }
    await configure(office, (settings) => ({ ...settings, ...toronto }), 'cranbrook')
    office.clock.set(Date.parse('2026-11-01T05:45:00Z'))
    const greeter = await office.signIn('greeter.cranbrook')
    const add = () => greeter.addVisit('cranbrook', { requests: [{ service: 'notary' }] })
    const first = await add()
    office.clock.advance(60 * MINUTE)
    await add()
    const agent = await office.signIn('agent.cranbrook')
    await agent.begin(first.id, { counter: '1' })
    office.clock.advance(5 * MINUTE)
    await agent.finish(first.id, {})

    const { groups, total } = await figures('manager.cranbrook', { ...night, by: ['half-hour'] })
    const list = await visits('manager.cranbrook', {
      ...{ ...night, groups: [{ by: 'half-hour', key: '01:30' }] },
    })

    const halves = groups.filter(({ figures: { counts } }) => counts.arrived > 0)
    assert.deepEqual(
      halves.map(({ keys, figures: { counts } }) => [keys, counts.arrived]),
      [[['01:30'], 2]],
    )
    assert.equal(list.visits.length, 2)
    assert.equal(total.spreads.wait.max, 60 * MINUTE)
  })
})
