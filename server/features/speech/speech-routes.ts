// A kiosk asks for the sounds of what it may have to say; they lie at addresses that never change
// what they give.
import { Router } from 'express'
import { route, type Route } from '../../http/route.ts'
import { AppError } from '../../errors.ts'
import { Code } from '../../protocol/fields.ts'
import { Sentences, Sounds as SoundsAnswer } from '../../protocol/speech-contract.ts'
import type { Commands } from '../commands.ts'
import type { Sounds } from './sounds.ts'

export function speechRoutes(commands: Commands, sounds: Sounds): Route[] {
  return [
    route({
      method: 'post',
      path: '/offices/{office}/speech',
      summary: 'Sounds of what a kiosk says aloud; those that are not there yet are made.',
      permission: 'see-kiosk',
      body: Sentences,
      answers: { 200: SoundsAnswer },
      problems: ['office-unknown', 'not-your-office'],
      async handle({ body, params, party }) {
        const office = params.office ?? ''
        await commands.enter(party, office)
        const found = []
        for (const sentence of body.sentences) {
          const name = await sounds.nameOf(office, sentence)
          if (name !== null) found.push({ ...sentence, path: `/speech/${office}/${name}` })
        }
        const isAvailable = found.length > 0 || (await sounds.isAvailable())
        return { status: 200, body: { isAvailable, sounds: found } }
      },
    }),
  ]
}

/** The sound files: words of the screen, which anybody may hear. */
export function soundFiles(sounds: Sounds): Router {
  const router = Router()
  router.get('/speech/:office/:name', async ({ params }, response) => {
    const office = Code.safeParse(params.office)
    const sound = office.success ? await sounds.find(office.data, params.name) : null
    if (!sound) throw new AppError('route-unknown')
    response.set('cache-control', 'public, max-age=31536000, immutable').type('wav').send(sound)
  })
  return router
}
