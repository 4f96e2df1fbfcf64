// What boards can say, and the files of waiting rooms: images, videos and sounds, at addresses that
// never change what they give. They are for everybody in the room, and nobody can guess them.
import { Router, type Response } from 'express'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { Code } from '../../protocol/fields.ts'
import { VoiceManifest } from '../../protocol/room-contract.ts'
import type { Commands } from '../commands.ts'
import { OF_OFFICE } from './board-routes.ts'
import { hashIn } from './file-address.ts'
import type { RoomFiles } from './room-files.ts'
import type { RoomVoice } from './room-voice.ts'

export function voiceRoutes(commands: Commands, voice: RoomVoice): Route[] {
  return [
    route({
      method: 'get',
      path: '/offices/{office}/voice',
      summary: 'Which words the boards of the office can say, and the sounds of them.',
      permission: 'see-board',
      body: null,
      answers: { 200: VoiceManifest },
      problems: OF_OFFICE,
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        return { status: 200, body: await voice.manifest(office) }
      },
    }),
  ]
}

const FOR_GOOD = 'public, max-age=31536000, immutable'

export function roomFiles(files: RoomFiles, voice: RoomVoice): Router {
  const router = Router()
  router.get('/media/:office/:name', async ({ params }, response) => {
    const file = await find(files, params)
    if (file === null) throw new AppError('route-unknown')
    await send(response, files.at(params.office), file)
  })
  router.get('/voice/:office/:name', async ({ params }, response) => {
    const file = await find(files, params)
    if (file !== null) {
      await send(response, files.at(params.office), file)
      return
    }
    const sound = voice.find(hashIn(params.name) ?? '')
    if (!sound) throw new AppError('route-unknown')
    response.set('cache-control', FOR_GOOD).type('wav').send(sound)
  })
  return router
}

async function find(
  files: RoomFiles,
  { office, name }: { office: string; name: string },
): Promise<string | null> {
  const hash = hashIn(name)
  return hash === null || !Code.safeParse(office).success ? null : files.find(office, hash)
}

/** Whole, or the range that is asked for. */
function send(response: Response, root: string, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.sendFile(file, { root, immutable: true, maxAge: '365d' }, (error) => {
      const { status } = (error as { status?: number } | undefined) ?? {}
      if (error instanceof Error && status !== 416) reject(error)
      else if (status === 416) response.status(416).end(resolve)
      else resolve()
    })
  })
}
