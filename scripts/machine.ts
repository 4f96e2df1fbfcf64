// `npm run machine`: what the tests need and npm cannot bring. Found: says where. Missing: gets it
// where it may (Debian's packages as root, Playwright's download of a browser), or says in one line
// what to install. Run again at will; it changes nothing that is there.
import { findBrowser, findOnPath, findPostgres, hasTimeZones } from './programs.ts'
import { run } from './run.ts'

// What is named and not there is for whoever named it to mend.
const missing = [
  process.env.CHROMIUM || (await findBrowser()) ? null : 'chromium',
  process.env.POSTGRES_BIN || findPostgres() ? null : 'postgresql',
  hasTimeZones() ? null : 'tzdata',
  findOnPath('espeak-ng') ? null : 'espeak-ng',
].filter((name) => name !== null)

if (missing.length > 0) await install(missing)

const browser = await findBrowser()
const postgres = findPostgres()
console.log(`browser:    ${browser ?? 'none. Install Chromium, or set CHROMIUM to its path'}`)
console.log(
  `PostgreSQL: ${postgres ?? 'none. Install its server programs (initdb, pg_ctl, postgres), or set POSTGRES_BIN'}`,
)
console.log(`time zones: ${hasTimeZones() ? 'found' : 'none. Install tzdata'}`)
console.log(
  `voice:      ${findOnPath('espeak-ng') ?? 'none: kiosks will not speak. Install espeak-ng'}`,
)
if (!browser || !postgres || !hasTimeZones()) process.exitCode = 1

async function install(packages: string[]): Promise<void> {
  const apt = process.getuid?.() === 0 ? findOnPath('apt-get') : null
  if (apt) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run(apt, ['-q', 'update'], { env })
    await run(apt, ['-q', 'install', '-y', '--no-install-recommends', ...packages], { env })
  }
  if (packages.includes('chromium') && !(await findBrowser())) {
    const withLibraries = apt ? ['--with-deps'] : []
    await run('playwright-core', ['install', ...withLibraries, 'chromium'])
  }
}
