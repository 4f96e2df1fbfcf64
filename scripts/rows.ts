// `npm run rows -- FILE`: which row ids (A1 … G17) of a list of features no test names in a title.
import { globSync, readFileSync } from 'node:fs'

const list = process.argv[2]
if (list) {
  const titles = globSync('tests/**/*.test.ts').flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/\b(?:describe\w*|it\w*)\(\s*(['"`])(.*?)\1/gs),
      (match) => match[2] ?? '',
    ),
  )
  const idsIn = (text: string): string[] => text.match(/\b[A-G]\d{1,2}\b/g) ?? []
  const ids = new Set(
    Array.from(
      readFileSync(list, 'utf8').matchAll(/^\W*([A-G]\d{1,2})\b/gm),
      (match) => match[1] ?? '',
    ),
  )
  const named = new Set(titles.flatMap(idsIn))
  const open = [...ids].filter((id) => !named.has(id))
  console.log(`${ids.size - open.length} of ${ids.size} rows are named by a test`)
  if (open.length > 0) console.log(`not yet: ${open.join(' ')}`)
} else {
  console.log('no list given: npm run rows -- path/to/features.md')
}
