// Cost by programme, from the counter to the statement and the file that a partner checks.
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, it } from 'mocha'
import type { CostStatement, PaidHoursRead } from '#protocol'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type Heard, type TestOffice } from '../support/office.ts'
import { assertProblem } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

const V1 = '/api/v1'
const DAY = { from: '2026-06-02', to: '2026-06-03' }
const RATE = {
  ...{ programme: null, service: null, step: null, channel: null },
  ...{ from: '2026-04-01', perMinute: 12_500, reason: 'Agreement of 2026' },
}
const HOURS = 'day,who,from,to,unpaid minutes\r\n2026-06-02,Ann,9:00,10:30,30\r\n'

describeOnEach('cost by programme', (database) => {
  let office: TestOffice
  let manager: string
  beforeEach(async () => {
    office = await openOffice(database)
    manager = await office.tokenOf('manager.victoria')
  })
  afterEach(() => office.close())

  async function ask(
    path: string,
    body: unknown,
    token = manager,
    method = 'POST',
  ): Promise<Heard> {
    await office.tables()
    await office.app.rollups.written()
    return office.request(method, V1 + path, { token, body })
  }
  async function statement(more: object = {}, token = manager): Promise<CostStatement> {
    const { status, body } = await ask('/cost', { ...DAY, ...more }, token)
    assert.equal(status, 200, JSON.stringify(body))
    return body as CostStatement
  }
  async function setRate(more: object = {}): Promise<void> {
    const token = await office.tokenOf('administrator')
    const { status, body } = await ask('/rates', { ...RATE, ...more }, token)
    assert.equal(status, 201, JSON.stringify(body))
  }
  const sendHours = async (csv: string): Promise<PaidHoursRead> =>
    (await ask('/offices/victoria/paid-hours', { csv })).body as PaidHoursRead

  /** 10 min idle, 1 of a call, 20 of service with two transactions, 4 idle, 5 of a break. */
  async function work(service = 'driver-licence'): Promise<void> {
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    const { id } = await office.checkIn(service)
    office.clock.advance(10 * MINUTE)
    await agent.call(id, { counter: '1' })
    office.clock.advance(MINUTE)
    await agent.begin(id, {})
    office.clock.advance(20 * MINUTE)
    await agent.finish(id, { quantity: 2 })
    office.clock.advance(4 * MINUTE)
    await agent.changeAvailability('victoria', { availability: 'break' })
    office.clock.advance(5 * MINUTE)
    await agent.leaveCounter('victoria')
  }

  it('F27 charges minutes by step, shows idle apart, and reconciles with paid hours to the ms', async () => {
    await setRate({ programme: 'driver-services' })
    await work()
    assert.deepEqual(await sendHours(HOURS), { lines: 1, kept: 1, faults: [] })

    const { programmes, apart, reconciled } = await statement()

    const [only] = programmes
    assert.deepEqual(
      only?.lines.map(({ step, ms, cents, transactions }) => [
        step,
        ms / MINUTE,
        cents,
        transactions,
      ]),
      [
        ['call', 1, 125, 0],
        ['service', 20, 2500, 2],
      ],
    )
    assert.deepEqual([only.cents, only.unpricedMs], [2625, 0])
    assert.deepEqual(
      apart.map(({ kind, ms, cents }) => [kind, ms / MINUTE, cents]),
      [
        ['idle', 14, null],
        ['break', 5, null],
      ],
    )
    assert.deepEqual(reconciled, {
      ...{ chargedMs: 21 * MINUTE, apartMs: 19 * MINUTE, recordedMs: 40 * MINUTE },
      ...{ paidMs: 60 * MINUTE, unpaidMs: 30 * MINUTE, differenceMs: 50 * MINUTE },
      daysWithoutPaid: 0,
    })
  })

  it('F27 says that no paid hours are known, and no rate, instead of nothing', async () => {
    await work()

    const { programmes, reconciled } = await statement()

    assert.equal(programmes[0]?.lines[0]?.cents, null)
    assert.equal(programmes[0].unpricedMs, 21 * MINUTE)
    assert.deepEqual(
      [reconciled?.paidMs, reconciled?.differenceMs, reconciled?.daysWithoutPaid],
      [null, null, 1],
    )
  })

  it('F27 keeps the days before where they were when a service changes its programme', async () => {
    await work()
    await configure(office, (settings) => ({
      ...settings,
      services: settings.services.map((service) =>
        service.code === 'driver-licence'
          ? { ...service, programmesFrom: [{ from: '2026-06-03', programme: 'citizens' }] }
          : service,
      ),
    }))
    office.clock.advance(24 * 60 * MINUTE)
    manager = await office.tokenOf('manager.victoria')
    await work()

    const both = await statement({ to: '2026-06-04' })

    assert.deepEqual(
      both.programmes.map(({ programme, ms }) => [programme, ms / MINUTE]),
      [
        ['citizens', 21],
        ['driver-services', 21],
      ],
    )
    assert.equal((await statement({ programme: 'citizens' })).programmes.length, 0)
  })

  it('F27 tells a period over 1 April by fiscal year, each as its own statement and file do', async () => {
    await setRate()
    await setRate({ from: '2027-04-01', perMinute: 13_333 })
    for (const day of ['2027-03-31T16:00:00Z', '2027-04-01T16:00:00Z', '2027-05-06T16:00:00Z']) {
      office.clock.advance(Date.parse(day) - office.clock.now())
      await work()
    }
    manager = await office.tokenOf('manager.victoria')

    // Whole months from those that are kept, and part of one from its days.
    for (const [from, to] of [
      ['2027-03-01', '2027-05-01'],
      ['2027-03-31', '2027-04-02'],
    ] as const) {
      const both = await statement({ from, to })

      const before = await statement({ from, to: '2027-04-01' })
      const after = await statement({ from: '2027-04-01', to })
      assert.deepEqual(both.programmes, [...before.programmes, ...after.programmes])
      assert.deepEqual(both.apart, [...before.apart, ...after.apart])
      assert.deepEqual(
        both.programmes.map(({ year, cents }) => [year, cents]),
        [
          [2026, 2625],
          [2027, 2800],
        ],
      )

      const csv = await file({ from, to, what: 'statement', format: 'csv', language: 'en' })
      const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true })
      const told = rows.map((row) =>
        ['Fiscal year', 'Programme', 'Step', 'Seconds', 'Rate since', 'Cost ($)']
          .map((column) => row[column])
          .join(' | '),
      )
      assert.deepEqual(told.slice(0, 7), [
        '2026–2027 | Driver Services | Call | 60 | 2026-04-01 | 1.25',
        '2026–2027 | Driver Services | Service | 1200 | 2026-04-01 | 25',
        '2026–2027 | Driver Services |  | 1260 |  | 26.25',
        '2027–2028 | Driver Services | Call | 60 | 2027-04-01 | 1.33',
        '2027–2028 | Driver Services | Service | 1200 | 2027-04-01 | 26.67',
        '2027–2028 | Driver Services |  | 1260 |  | 28',
        'Total |  |  | 2520 |  | 54.25',
      ])
    }
  })

  it('F27 exports a statement that its evidence adds up to, line by line', async () => {
    await setRate()
    await work()
    await work('notary')
    const { programmes, apart } = await statement()

    const evidence = await file({ what: 'evidence', format: 'csv', language: 'en' })

    const rows: Record<string, string>[] = parse(evidence, { bom: true, columns: true })
    const sum = (of: (row: Record<string, string>) => boolean, column: string) =>
      rows.filter(of).reduce((total, row) => total + Number(row[column]), 0)
    const total = programmes.reduce((all, { ms }) => all + ms, 0)
    const idle = apart.reduce((all, { ms }) => all + ms, 0)
    assert.equal(sum((row) => row.Visit !== '', 'Seconds') * 1000, total)
    assert.equal(sum((row) => row.Visit === '', 'Seconds') * 1000, idle)
    assert.equal(
      sum(() => true, 'Transactions'),
      4,
    )
    for (const { cents, programme } of programmes) {
      const name = { 'driver-services': 'Driver Services', finance: 'Finance' }[programme ?? '']
      const cost = sum((row) => row.Programme === name, 'Cost before rounding ($)')
      assert.ok(name === undefined || Math.abs(cost * 100 - cents) <= 0.5, `${name} ${cost}`)
    }
    const [first] = rows
    assert.deepEqual(
      [first?.Office, first?.Day, first?.From],
      ['Victoria', '2026-06-02', '09:00:00'],
    )
  })

  it('F20 F27 writes the statement as each language does, under a name that says what it is', async () => {
    await setRate({ step: 'service', perMinute: 12_550 })
    await work()

    const { headers, body } = await ask('/cost/file', {
      ...{ ...DAY, what: 'statement', format: 'csv', language: 'fr', offices: ['victoria'] },
    })

    assert.match(headers.get('content-type') ?? '', /^text\/csv/)
    assert.equal(
      headers.get('content-disposition'),
      'attachment; filename="cout-releve-2026-06-02-2026-06-02-victoria.csv"',
    )
    assert.ok(
      String(body).startsWith('Exercice;Programme;Service;Étape;Canal;Secondes'),
      String(body),
    )
    assert.match(String(body), /;Service;En personne;1200;2;"1,255";2026-04-01;"25,1"\r\n/)
  })

  async function file(more: object): Promise<string> {
    const { status, body } = await ask('/cost/file', { ...DAY, ...more })
    assert.equal(status, 200, JSON.stringify(body))
    return String(body)
  }

  it('F27 takes a file of paid hours whole or not at all, and again without doubling it', async () => {
    await sendHours(HOURS)
    await sendHours(HOURS)
    const wrong = `${HOURS}2026-06-02,Bo,9:00,8:00,0\r\n\r\n2026-06-31,Cy,9:00,10:00,0\r\n`

    const said = await sendHours(wrong)
    const dry = await ask('/offices/victoria/paid-hours', {
      csv: HOURS.replace('30\r', '0\r'),
      dryRun: true,
    })

    assert.deepEqual(
      [said.lines, said.kept, said.faults.map(({ line, fault }) => [line, fault])],
      [
        3,
        0,
        [
          [3, 'ends-before'],
          [5, 'day-wrong'],
        ],
      ],
    )
    assert.deepEqual(dry.body, { lines: 1, kept: 0, faults: [] })
    assert.equal((await statement()).reconciled?.paidMs, 60 * MINUTE)
  })

  it('F27 takes planned shifts for all that is paid on their days', async () => {
    await sendHours(HOURS)
    const shift = { day: '2026-06-02', who: 'Ann', from: 540, to: 600, unpaidMinutes: 0 }
    const plan = (shifts: object[]) =>
      ask('/offices/victoria/paid-shifts', { shifts }, manager, 'PUT')

    const twice = await plan([shift, { ...shift, to: 660 }])
    const once = await plan([shift, { ...shift, who: 'Bo', unpaidMinutes: 15 }])

    assert.equal((twice.body as PaidHoursRead).faults[0]?.fault, 'overlaps')
    assert.equal((once.body as PaidHoursRead).kept, 2)
    const day = await ask('/offices/victoria/paid-shifts/2026-06-02', undefined, manager, 'GET')
    assert.deepEqual(day.body, {
      shifts: [
        { who: 'Ann', from: 540, to: 600, paidMs: 60 * MINUTE },
        { who: 'Bo', from: 540, to: 600, paidMs: 45 * MINUTE },
      ],
    })
    for (const [path, by, problem] of [
      ['/offices/cranbrook/paid-shifts/2026-06-02', 'manager.victoria', 'not-your-office'],
      ['/offices/nowhere/paid-shifts/2026-06-02', 'administrator', 'office-unknown'],
      ['/offices/victoria/paid-shifts/2026-06-02', 'agent.victoria', 'not-allowed'],
    ] as const)
      assertProblem(await ask(path, undefined, await office.tokenOf(by), 'GET'), problem)
    const none = await ask('/offices/victoria/paid-shifts/never', undefined, manager, 'GET')
    assert.deepEqual(none.body, { shifts: [] })
    assert.equal((await statement()).reconciled?.paidMs, 105 * MINUTE)
    assertProblem(await plan([{ ...shift, to: 540 }]), 'invalid-input')
  })

  it('F27 is not thrown by files that are none', async () => {
    for (const csv of [
      'x',
      '"',
      'day,who\n"',
      '\0',
      'a;b\n=1+1;2',
      '💩\n💩',
      'day,who,from,to\n,,,',
    ])
      for (const { status } of [await ask('/offices/victoria/paid-hours', { csv })])
        assert.ok([200, 400].includes(status), `${csv}: ${status}`)
  })

  it('F27 writes a rate once for each key, and lets only who sets rates set them', async () => {
    const token = await office.tokenOf('administrator')
    const headers = { 'idempotency-key': 'once' }
    const post = (body: object, by = token) =>
      office.request('POST', `${V1}/rates`, { token: by, headers, body })

    const first = await post(RATE)
    const again = await post(RATE)
    const other = await post({ ...RATE, perMinute: 1 })

    assert.deepEqual(first.body, again.body)
    assertProblem(other, 'key-reused')
    const { body } = await office.request('GET', `${V1}/rates`, { token: manager })
    assert.equal((body as { rates: unknown[] }).rates.length, 1)
    for (const username of ['manager.victoria', 'director', 'executive', 'agent.victoria'])
      assertProblem(await post(RATE, await office.tokenOf(username)), 'not-allowed')
    for (const wrong of [
      { perMinute: -1 },
      { perMinute: 1.5 },
      { from: '2026-02-30' },
      { reason: '' },
    ])
      assertProblem(await post({ ...RATE, ...wrong }), 'invalid-input')
  })

  it('F27 shows an office to its manager, a region to its director, and refuses the others', async () => {
    await work()
    const cost = async (username: string, more: object = {}) =>
      ask('/cost', { ...DAY, ...more }, await office.tokenOf(username))

    const offices = async (username: string) =>
      ((await cost(username)).body as CostStatement).offices
    assert.deepEqual(await offices('manager.victoria'), ['victoria'])
    assert.deepEqual(await offices('director.island'), ['victoria'])
    assert.equal((await offices('executive')).length, 3)
    assertProblem(await cost('manager.cranbrook', { offices: ['victoria'] }), 'not-your-office')
    assertProblem(await cost('director.interior', { offices: ['victoria'] }), 'not-your-office')
    assertProblem(await cost('manager.victoria', { region: 'interior' }), 'not-your-office')
    assertProblem(await cost('executive', { region: 'nowhere' }), 'region-unknown')
    assertProblem(await cost('executive', { offices: ['nowhere'] }), 'office-unknown')
    assertProblem(await cost('agent.victoria'), 'not-allowed')
    assertProblem(await cost('executive', { to: DAY.from }), 'invalid-input')
  })

  it('F27 of nothing is a statement of nothing', async () => {
    const { programmes, apart, reconciled } = await statement({
      from: '2020-04-01',
      to: '2025-04-01',
    })

    assert.deepEqual([programmes, apart, reconciled?.recordedMs], [[], [], 0])
  })
})
