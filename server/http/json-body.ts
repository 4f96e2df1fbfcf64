// Bodies are JSON and say so: anything else is refused before it is read.
import express, { type RequestHandler } from 'express'
import { AppError } from '../errors.ts'

const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0
  if (hasBody && !request.is('application/json')) throw new AppError('unsupported-media-type')
  next()
}

export const jsonBody: RequestHandler[] = [onlyJson, express.json({ limit: '200kb' })]
