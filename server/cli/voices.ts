// npm run voices [-- install]
// Says in which languages boards can call people aloud, by which voice, and what is missing; `install`
// has Debian's packages of human recordings installed.
import { spawnSync } from 'node:child_process'
import { readConfig } from '../config.ts'
import { LANGUAGES, type Language } from '../domain/settings.ts'
import { findPack, lacksOf } from '../features/room/voice-pack.ts'
import { machineVoice } from '../features/speech/voice.ts'
import { commandLine } from './command-line.ts'

/** Human recordings: English of the United States, French of Canada. CC BY-SA 3.0. */
const PACKAGES: Readonly<Record<Language, string>> = {
  en: 'asterisk-core-sounds-en-wav',
  fr: 'asterisk-core-sounds-fr-wav',
}
const NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' }

const USAGE = 'npm run voices [-- install]'

const { positionals } = commandLine(USAGE, { allowPositionals: true })
if (positionals.some((word) => word !== 'install')) {
  console.error(USAGE)
  process.exit(2)
}
const { voicePacks, speech } = readConfig()
if (positionals.length > 0) install()

const hasMachineVoice = await machineVoice(speech.voice).isThere()
console.log(`Voice packs are looked for in ${voicePacks.join(', ')} (VOICE_PACKS).`)
for (const language of LANGUAGES) console.log(`\n${NAMES[language]}\n${told(language)}`)
console.log(
  hasMachineVoice
    ? `\n${speech.voice} says what a pack lacks.`
    : `\n${speech.voice} is not on this machine: what a pack lacks is left out (VOICE_PROGRAM).`,
)
console.log(
  'An office can upload a pack of its own (POST /api/v1/offices/{office}/voice-packs) and record any word ' +
    'itself (PUT /api/v1/offices/{office}/recordings/en/counter).',
)

function told(language: Language): string {
  const pack = findPack(voicePacks, language)
  if (!pack) {
    const instead = hasMachineVoice ? `${speech.voice} speaks` : 'boards are silent'
    return `  no voice pack: ${instead}. npm run voices -- install, or install ${PACKAGES[language]}`
  }
  const { words, numbers } = lacksOf(pack)
  const unsaid = numbers.length > 0 ? [`${numbers.length} of the numbers to 200`] : []
  const lacks = [...words, ...unsaid]
  const missing = lacks.length === 0 ? 'nothing is missing' : `lacks: ${lacks.join(', ')}`
  return `  ${pack.name} in ${pack.folder}\n  ${missing}`
}

function install(): void {
  const asRoot = process.getuid?.() === 0
  const command = ['apt-get', 'install', '-y', ...Object.values(PACKAGES)]
  if (!asRoot) {
    console.log(`Only root installs packages:\n  sudo ${command.join(' ')}\n`)
    return
  }
  const [program = '', ...options] = command
  const { status, error } = spawnSync(program, options, { stdio: 'inherit' })
  if (status !== 0) console.error(`The packages were not installed. ${error?.message ?? ''}`)
}
