// The paper roll: times as they are typed, and lines as they are checked.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { NewPaperTicket } from '#protocol/requests'
import {
  checkEntry,
  entryAfter,
  firstEntry,
  type PaperEntry,
} from '../../../agent-ui/src/composables/paper-lines.ts'
import { clockMinutes, instantToday } from '../../../agent-ui/src/composables/paper-times.ts'

const ZONE = 'America/Vancouver'
/** 13:00 in Victoria. */
const NOW = Date.parse('2026-06-02T20:00:00Z')
const NBSP = '\u00a0'

const served = (rest: Partial<PaperEntry> = {}): PaperEntry => ({
  ...firstEntry(),
  number: '12',
  services: ['notary'],
  arrived: '9:05',
  begun: '9 h 20',
  ended: '0940',
  counter: '3',
  ...rest,
})

describe('times of a paper roll', () => {
  it('are read as people type them', () => {
    const typed = ['9:05', '09:05', '0905', '905', '9 h 05', '9h05', `9${NBSP}h${NBSP}05`, '9.05']
    for (const each of typed) assert.equal(clockMinutes(each), 9 * 60 + 5, each)
    assert.equal(clockMinutes('9'), 9 * 60)
    assert.equal(clockMinutes('13 h'), 13 * 60)
    assert.equal(clockMinutes('00:00'), 0)
  })

  it('are read with their half of the day', () => {
    for (const each of ['1:30 pm', `1:30${NBSP}p.m.`, '130pm', '1:30 P.M.', '13:30']) {
      assert.equal(clockMinutes(each), 13 * 60 + 30, each)
    }
    assert.equal(clockMinutes('12 am'), 0)
    assert.equal(clockMinutes('12:10 pm'), 12 * 60 + 10)
  })

  it('are nothing when they cannot be', () => {
    for (const each of [
      '',
      'soon',
      '24:00',
      '9:60',
      '9:5',
      '99999',
      '0 pm',
      '13:00 pm',
      '-905',
      ':',
    ]) {
      assert.equal(clockMinutes(each), null, each)
    }
  })

  it('are of today by the office’s own clock', () => {
    assert.equal(instantToday('9:05', NOW, ZONE), '2026-06-02T16:05:00.000Z')
    // 23:30 on 1 June in Victoria is the 2nd in UTC.
    const late = Date.parse('2026-06-02T06:30:00Z')
    assert.equal(instantToday('9:05', late, ZONE), '2026-06-01T16:05:00.000Z')
    assert.equal(instantToday('9:05', NOW, 'America/St_Johns'), '2026-06-02T11:35:00.000Z')
    assert.equal(instantToday('later', NOW, ZONE), null)
  })
})

describe('a line of a paper roll', () => {
  it('is sent with its true times', () => {
    const { ticket } = checkEntry(served(), NOW, ZONE)

    assert.deepEqual(ticket, {
      number: 12,
      requests: [{ service: 'notary' }],
      arrivedAt: '2026-06-02T16:05:00.000Z',
      begunAt: '2026-06-02T16:20:00.000Z',
      endedAt: '2026-06-02T16:40:00.000Z',
      ended: 'served',
      counter: '3',
    })
    assert.ok(NewPaperTicket.safeParse(ticket).success)
  })

  it('of somebody who still waits has an arrival and nothing else', () => {
    const { ticket } = checkEntry(served({ end: 'waiting' }), NOW, ZONE)

    assert.deepEqual(Object.keys(ticket ?? {}), ['number', 'requests', 'arrivedAt'])
    assert.ok(NewPaperTicket.safeParse(ticket).success)
  })

  it('of somebody who left may never have begun', () => {
    const { ticket } = checkEntry(served({ end: 'left', begun: '' }), NOW, ZONE)

    assert.equal(ticket?.ended, 'left')
    assert.equal(ticket.begunAt, undefined)
    assert.equal(ticket.counter, undefined)
    assert.ok(NewPaperTicket.safeParse(ticket).success)
    assert.equal(checkEntry(served({ end: 'left', begun: 'x' }), NOW, ZONE).fault, 'begun')
  })

  it('says what is wrong before anybody is asked', () => {
    const fault = (rest: Partial<PaperEntry>) => checkEntry(served(rest), NOW, ZONE).fault
    assert.equal(fault({ number: '0' }), 'number')
    assert.equal(fault({ number: '1x' }), 'number')
    assert.equal(fault({ services: [''] }), 'service')
    assert.equal(fault({ arrived: '' }), 'arrived')
    assert.equal(fault({ begun: '' }), 'begun')
    assert.equal(fault({ ended: '9:70' }), 'ended')
    assert.equal(fault({ begun: '9:00' }), 'begun-before-arrival')
    assert.equal(fault({ ended: '9:10' }), 'ended-before-begun')
    assert.equal(fault({ ended: '13:01' }), 'in-the-future')
    assert.equal(fault({ end: 'waiting', arrived: '13:01' }), 'in-the-future')
    assert.equal(fault({ ended: '13:00' }), null)
  })

  it('A5 takes all the services of one ticket; the next begins with the first of them', () => {
    const entry = served({ services: ['notary', '', 'health-card'] })
    const { ticket } = checkEntry(entry, NOW, ZONE)
    assert.deepEqual(ticket?.requests, [{ service: 'notary' }, { service: 'health-card' }])
    assert.deepEqual(entryAfter(entry).services, ['notary'])
  })

  it('is followed by the next number with the same service', () => {
    assert.deepEqual(entryAfter(served()), {
      number: '13',
      services: ['notary'],
      arrived: '',
      begun: '',
      ended: '',
      end: 'served',
      counter: '3',
    })
    assert.equal(entryAfter(served({ number: 'x' })).number, '')
  })
})
