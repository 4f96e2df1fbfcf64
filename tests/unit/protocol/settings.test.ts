// An office's rules as they cross the wire: what is out of bounds, or refers to nothing, is refused.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { OfficeSettings, Policy } from '../../../server/domain/settings.ts'
import { Settings, toSettings } from '../../../server/protocol/settings.ts'
import { someSettings } from '../domain/domain-builders.ts'

/** Where the document is wrong, as dotted paths; empty: it is accepted. */
function wrongIn(settings: OfficeSettings): string[] {
  const checked = Settings.safeParse(settings)
  return checked.success ? [] : checked.error.issues.map(({ path }) => path.join('.'))
}
const wrong = (policy: Partial<Policy>) => wrongIn(someSettings(policy))

const usual = someSettings().policy
const { noShow, thresholds } = usual
const ordinary = usual.classes.filter(({ code }) => code === 'normal')
const someClass = (code: string, creditMinutes: number) => ({
  code,
  name: { en: code, fr: code },
  creditMinutes,
})

describe('the rules of an office', () => {
  it('are accepted as they are, and come out as they went in', () => {
    const settings = someSettings({
      classes: [...usual.classes, someClass('later', -240), someClass('urgent', 240)],
      raise: [{ service: 'health', afterMinutes: 480 }],
      share: { walkIns: 20, appointments: 1 },
      noShow: { afterRecalls: 10, afterSeconds: 15, waitsAgain: 5, unhurried: 'doubled' },
      wrapUpSeconds: 1800,
    })
    assert.deepEqual(wrongIn(settings), [])
    assert.deepEqual(toSettings(Settings.parse(settings)), settings)
  })

  const refusals: [string, Partial<Policy>, string][] = [
    ['no ordinary class', { classes: [someClass('vip', 10)] }, 'policy.classes'],
    ['an ordinary class with a credit', { classes: [someClass('normal', 1)] }, 'policy.classes'],
    ['a class twice', { classes: [...usual.classes, ...ordinary] }, 'policy.classes.2'],
    [
      'a credit over 240',
      { classes: [...ordinary, someClass('a', 241)] },
      'policy.classes.1.creditMinutes',
    ],
    [
      'a credit under −240',
      { classes: [...ordinary, someClass('a', -241)] },
      'policy.classes.1.creditMinutes',
    ],
    [
      'an appointment credit below 0',
      { appointmentCreditMinutes: -1 },
      'policy.appointmentCreditMinutes',
    ],
    ['a grace over 240', { appointmentGraceMinutes: 241 }, 'policy.appointmentGraceMinutes'],
    ['a raise for no service', { raise: [{ service: 'gone', afterMinutes: 5 }] }, 'policy.raise.0'],
    [
      'a raise at once',
      { raise: [{ service: 'tax', afterMinutes: 0 }] },
      'policy.raise.0.afterMinutes',
    ],
    [
      'a raise after 481',
      { raise: [{ service: 'tax', afterMinutes: 481 }] },
      'policy.raise.0.afterMinutes',
    ],
    ['a share with nobody', { share: { walkIns: 0, appointments: 1 } }, 'policy.share.walkIns'],
    ['a share over 20', { share: { walkIns: 1, appointments: 21 } }, 'policy.share.appointments'],
    ['half a share', { share: { walkIns: 1.5, appointments: 1 } }, 'policy.share.walkIns'],
    ['no recall allowed', { noShow: { ...noShow, afterRecalls: 0 } }, 'policy.noShow.afterRecalls'],
    [
      'fewer than 15 seconds',
      { noShow: { ...noShow, afterSeconds: 14 } },
      'policy.noShow.afterSeconds',
    ],
    ['six times missed', { noShow: { ...noShow, waitsAgain: 6 } }, 'policy.noShow.waitsAgain'],
    ['a wrap-up over 1800', { wrapUpSeconds: 1801 }, 'policy.wrapUpSeconds'],
    ['a night after midnight', { nightCloseMinute: 1440 }, 'policy.nightCloseMinute'],
    [
      'too long before attention',
      { thresholds: { ...thresholds, wait: { attentionMinutes: 9, tooLongMinutes: 8 } } },
      'policy.thresholds.wait.tooLongMinutes',
    ],
  ]
  for (const [what, policy, path] of refusals)
    it(`are refused with ${what}`, () => {
      assert.deepEqual(wrong(policy), [path])
    })

  it('are refused with a kind of counter, outcome or reason that is there twice', () => {
    const twice = ['a', 'a'].map((code) => ({ code, name: { en: code, fr: code } }))
    assert.deepEqual(wrongIn({ ...someSettings(), counterKinds: twice }), ['counterKinds'])
    assert.deepEqual(wrongIn({ ...someSettings(), outcomes: twice }), ['outcomes'])
    const { reasons } = someSettings()
    const hold = { ...someSettings(), reasons: { ...reasons, hold: twice } }
    assert.deepEqual(wrongIn(hold), ['reasons.hold'])
  })

  it('are refused with a thing to bring that has no words, a question twice, or no end to keeping', () => {
    const was = someSettings()
    const asked = { code: 'lost', words: { en: 'Lost?', fr: 'Perdu?' } }
    const withFirst = (more: object) => ({
      ...was,
      services: was.services.map((each, index) => (index === 0 ? { ...each, ...more } : each)),
    })
    const bring = [{ en: '', fr: 'Permis' }]
    assert.deepEqual(wrongIn(withFirst({ bring })), ['services.0.bring.0.en'])
    assert.deepEqual(wrongIn(withFirst({ questions: [asked, asked] })), ['services.0.questions'])
    for (const keptDays of [0, 31, 1.5]) {
      const asks = { firstName: true, phone: false, keptDays }
      assert.deepEqual(wrongIn({ ...was, asks }), ['asks.keptDays'])
    }
  })

  it('A11 say how people join by phone, within bounds', () => {
    const joining = (lateMinutes: number, mostExpected: number) =>
      wrongIn({ ...someSettings(), joining: { lateMinutes, mostExpected } })
    assert.deepEqual(joining(0, 0), [])
    assert.deepEqual(joining(120, 500), [])
    assert.deepEqual(joining(121, 1), ['joining.lateMinutes'])
    assert.deepEqual(joining(1, 501), ['joining.mostExpected'])
    assert.deepEqual(joining(-1, 1.5), ['joining.lateMinutes', 'joining.mostExpected'])
  })

  it('are refused with a sign that is not two to four capitals', () => {
    for (const sign of ['V', 'VICTO', 'vic'])
      assert.deepEqual(wrongIn({ ...someSettings(), sign }), ['sign'])
  })
})
