// Bodies are JSON and say so: anything else is refused before it is read. Only files pass unread, to
// the few routes that take one.
import express, { type Request, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'

const FILES = [
  ...['image/*', 'video/*', 'audio/*', 'application/ogg', 'application/octet-stream'],
  // What browsers call archives.
  ...['application/zip', 'application/x-zip-compressed', 'application/gzip', 'application/x-gzip'],
]

/** Whether the request says that its body is a file. */
export function isFile(request: Request): boolean {
  return typeof request.is(FILES) === 'string'
}

const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0
  if (hasBody && !request.is('application/json') && !isFile(request)) {
    throw new AppError('unsupported-media-type')
  }
  next()
}

export const jsonBody: RequestHandler[] = [onlyJson, express.json({ limit: '200kb' })]
