// The settings: defaults that start an office, one readable line for each fault, and what
// production refuses.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ConfigError, readConfig } from '../../server/config.ts'

type Env = Record<string, string>

function faultsOf(env: Env): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.faults
  }
}

const PRODUCTION: Env = {
  GUICHET_MODE: 'production',
  GUICHET_SECRET: 'x'.repeat(32),
  TRUSTED_PROXY: '10.0.0.5',
}

describe('the settings', () => {
  it('need nothing at all for a demo on this computer', () => {
    const config = readConfig({})

    assert.deepEqual(
      [config.port, config.host, config.databaseUrl, config.mode, config.limits],
      [8080, '127.0.0.1', 'sqlite:data/guichet.db', 'demo', true],
    )
    assert.deepEqual([config.seedPassword, config.clock, config.tls], ['guichet', null, null])
  })

  it('take an empty value as none', () => {
    assert.deepEqual(readConfig({ PORT: '', HOST: '', TLS_CERT: '' }), readConfig({}))
  })

  it('read a clock with its start and speed', () => {
    const { clock } = readConfig({ CLOCK: '2026-06-01T09:30:00-07:00;speed=60' })

    assert.deepEqual(clock, { start: Date.parse('2026-06-01T16:30:00Z'), speed: 60 })
    assert.equal(readConfig({ CLOCK: '2026-06-01T16:30:00Z' }).clock?.speed, 1)
  })

  const WRONG: [Env, RegExp][] = [
    [{ PORT: 'eighty' }, /^PORT: /],
    [{ PORT: '70000' }, /^PORT: /],
    [{ PORT: '80.5' }, /^PORT: /],
    [{ DATABASE_URL: 'mysql://host/x' }, /^DATABASE_URL: must be sqlite/],
    [{ GUICHET_MODE: 'staging' }, /^GUICHET_MODE: /],
    [{ GUICHET_SECRET: 'short' }, /^GUICHET_SECRET: /],
    [{ GUICHET_SEED_PASSWORD: 'abc' }, /^GUICHET_SEED_PASSWORD: /],
    [{ CLOCK: 'soon;speed=60' }, /^CLOCK: does not start with/],
    [{ CLOCK: '2026-06-01T16:30:00Z;speed=fast' }, /^CLOCK: must look like/],
    [{ CLOCK: '2026-06-01T16:30:00Z;speed=0' }, /^CLOCK: speed must be above 0/],
    [{ LIMITS: 'maybe' }, /^LIMITS: /],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: /],
    [{ GUICHET_COMMIT_DELAY_MS: '-1' }, /^GUICHET_COMMIT_DELAY_MS: /],
    [{ TRUSTED_PROXY: 'everybody' }, /^TRUSTED_PROXY: /],
    [{ TLS_CERT: 'cert.pem' }, /^TLS_CERT, TLS_KEY: give both or neither$/],
    [{ TLS_KEY: 'key.pem' }, /^TLS_CERT, TLS_KEY: give both or neither$/],
    [{ HOST: '0.0.0.0' }, /^HOST: demo mode listens on this computer only/],
  ]
  for (const [env, expected] of WRONG)
    it(`refuse ${JSON.stringify(env)} in one line`, () => {
      const faults = faultsOf(env)

      assert.equal(faults.length, 1, faults.join('\n'))
      assert.match(faults[0] ?? '', expected)
      assert.ok(!faults[0]?.includes('\n'))
    })

  it('name every fault, not only the first', () => {
    const faults = faultsOf({ PORT: 'x', LIMITS: 'y', CLOCK: 'z', TLS_CERT: 'c' })

    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      ['PORT', 'CLOCK', 'LIMITS', 'TLS_CERT, TLS_KEY'],
    )
  })
})

describe('production', () => {
  it('starts behind a trusted proxy or with TLS of its own, on every address', () => {
    const { TRUSTED_PROXY: _, ...bare } = PRODUCTION
    assert.equal(readConfig(PRODUCTION).host, '0.0.0.0')
    const own = readConfig({ ...bare, TLS_CERT: 'c.pem', TLS_KEY: 'k.pem' })
    assert.deepEqual(own.tls, { cert: 'c.pem', key: 'k.pem' })
  })

  const REFUSED: [string, Env, string][] = [
    ['no TLS', { TRUSTED_PROXY: '' }, 'GUICHET_MODE'],
    ['no secret', { GUICHET_SECRET: '' }, 'GUICHET_SECRET'],
    ['a seeded password', { GUICHET_SEED_PASSWORD: 'guichet' }, 'GUICHET_SEED_PASSWORD'],
    ['a clock of its own', { CLOCK: '2026-06-01T16:30:00Z' }, 'CLOCK'],
    ['a slow disk', { GUICHET_COMMIT_DELAY_MS: '10' }, 'GUICHET_COMMIT_DELAY_MS'],
    ['pages from their sources', { GUICHET_DEV: 'on' }, 'GUICHET_DEV'],
  ]
  for (const [what, env, name] of REFUSED)
    it(`refuses ${what}`, () => {
      const faults = faultsOf({ ...PRODUCTION, ...env })

      assert.deepEqual(
        faults.map((fault) => fault.split(':')[0]),
        [name],
      )
    })
})
