// What a caller is told when the database cannot be read or written just now.
import { AppError } from '../errors.ts'
import { isBusy } from './transaction.ts'

/** `database-busy` where the error says so; any other error as it is. */
export function databaseProblem(error: unknown): unknown {
  return isBusy(error) ? new AppError('database-busy', {}, { cause: error }) : error
}
