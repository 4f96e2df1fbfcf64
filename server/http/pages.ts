// The pages: the built front ends, the tokens and the mark they share, the fonts. In development they
// come from their sources through Vite.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import compression from 'compression'
import express, { Router, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { rootFolder } from './root-folder.ts'
import { sendFilled, type FilledPage } from './filled-pages.ts'

/** First part of the address → folder of the front end. */
const PAGES = {
  kiosk: 'kiosk',
  board: 'display',
  sign: 'display/sign',
  desk: 'agent-ui',
  figures: 'agent-ui/figures',
} as const
/** Service workers: each may speak for the addresses beside it, and no others. */
const KEEPERS = {
  '/kiosk/page-keeper.js': 'page-keeper.js',
  '/board/page-keeper.js': 'page-keeper.js',
  '/sign/page-keeper.js': 'page-keeper.js',
  '/t/ticket-keeper.js': 'ticket-keeper.js',
}
const FONTS = ['BCSans-Regular.woff2', 'BCSans-Bold.woff2']

export async function pages(options: {
  dev: boolean
  filled?: readonly FilledPage[]
}): Promise<Router> {
  const { filled = [] } = options
  const router = Router()
  router.use(compression())
  router.get('/', (_request, response) => {
    response.redirect('/desk/')
  })
  const here = join(rootFolder(), 'server', 'http')
  router.get('/tokens.css', sendFrom(here, 'tokens.css'))
  // Browsers ask for this address of their own accord too, on pages that link no mark.
  router.get('/favicon.ico', sendFrom(here, 'favicon.svg', '1d'))
  const fonts = join(
    dirname(createRequire(import.meta.url).resolve('@bcgov/bc-sans/package.json')),
    'fonts',
  )
  for (const font of FONTS) router.get(`/fonts/${font}`, sendFrom(fonts, font, '30d'))
  // What a browser needs to install the desk as a program of its own; the same in development.
  const install = join(rootFolder(), 'agent-ui', 'install')
  router.use('/desk/install', express.static(install, { maxAge: '5m', fallthrough: false }))
  if (options.dev) await addDevelopment(router, filled)
  else addBuilt(router, filled)
  return router
}

function sendFrom(folder: string, file: string, maxAge = '5m'): RequestHandler {
  return (_request, response) => {
    response.sendFile(file, { root: folder, maxAge })
  }
}

function addBuilt(router: Router, filled: readonly FilledPage[]): void {
  const built = join(rootFolder(), 'dist', 'pages')
  for (const [path, file] of Object.entries(KEEPERS)) {
    router.get(path, (_request, response) => {
      response.sendFile(file, { root: built, headers: { 'cache-control': 'no-cache' } })
    })
  }
  for (const page of filled) {
    const file = join(built, page.folder, 'index.html')
    const read = (): Promise<string> =>
      readFile(file, 'utf8').catch(() => {
        throw new AppError('route-unknown', { detail: 'The pages are not built' })
      })
    router.get(page.path, sendFilled(page, read))
  }
  router.use(
    '/assets',
    express.static(join(built, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  )
  for (const [part, folder] of Object.entries(PAGES)) {
    router.get([`/${part}`, `/${part}/*rest`], (_request, response, next) => {
      // Never kept: a page that is reloaded must be the server's newest.
      const headers = { 'cache-control': 'no-cache' }
      response.sendFile(join(folder, 'index.html'), { root: built, headers }, (error) => {
        if (error) next(new AppError('route-unknown', { detail: 'The pages are not built' }))
      })
    })
  }
}

async function addDevelopment(router: Router, filled: readonly FilledPage[]): Promise<void> {
  const { createServer } = await import('vite')
  const vite = await createServer({ root: rootFolder(), server: { middlewareMode: true } })
  // A page stands at another address than its folder: what lies beside it is named from the root.
  const pageIn = async (folder: string): Promise<string> => {
    const html = await readFile(join(rootFolder(), folder, 'index.html'), 'utf8')
    const named = html.replaceAll(
      /"(\.{1,2}\/[^"]+)"/g,
      (_, path: string) => `"${posix.join('/', folder, path)}"`,
    )
    return vite.transformIndexHtml(`/${folder}/index.html`, named)
  }
  for (const page of filled) {
    router.get(
      page.path,
      sendFilled(page, () => pageIn(page.folder)),
    )
  }
  router.use((request, response, next) => {
    const folder = PAGES[request.path.split('/')[1] as keyof typeof PAGES] as string | undefined
    const isPage = folder !== undefined && !/\.\w+$/.test(request.path)
    if (!isPage) {
      next()
      return
    }
    pageIn(folder).then((html) => response.type('html').send(html), next)
  })
  router.use(vite.middlewares)
}
