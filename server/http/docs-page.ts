// The API as a page that people can read: plain HTML from the OpenAPI document, no script.
import type { OpenApi, Operation } from './openapi.ts'

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export function docsPage(api: OpenApi): string {
  const sections = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => section(method, path, operation)),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Guichet API</title>
<link rel="stylesheet" href="/tokens.css">
<style>
body { font-family: var(--font, sans-serif); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.95em; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid #767676; border-radius: 0.25rem; }
section { border-top: 1px solid #767676; margin-top: 2rem; }
summary { cursor: pointer; min-height: 1.75rem; }
</style>
</head>
<body>
<main>
<h1>Guichet API ${escape(api.info.version)}</h1>
<p>${escape(api.info.description)} The same as data: <a href="/api/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}
</main>
</body>
</html>
`
}

function section(method: string, path: string, operation: Operation): string {
  const answers = Object.entries(operation.responses).map(
    ([status, { description }]) => `<li><code>${status}</code> ${escape(description)}</li>`,
  )
  return `<section>
<h2><code>${method.toUpperCase()} ${escape(path)}</code></h2>
<p>${escape(operation.summary)}${operation.security.length === 0 ? ' Needs no sign-in.' : ''}</p>
${details('Body', operation.requestBody)}
<h3>Answers</h3>
<ul>${answers.join('')}</ul>
${details('Schemas of the answers', operation.responses)}
</section>`
}

function details(title: string, content: object | undefined): string {
  if (!content) return ''
  const text = escape(JSON.stringify(content, null, 2))
  return `<details><summary>${title}</summary><pre tabindex="0">${text}</pre></details>`
}
