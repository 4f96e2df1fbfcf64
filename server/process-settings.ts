// How the server's process is begun, wherever it is: by `npm start`, by a simulated day, by the bench.

export const PROCESS_SETTINGS = {
  flags: [
    // V8 copies what is young and still in use while everybody waits: at 8 MB that takes half a
    // millisecond, at the 64 MB it would grow to by itself up to twenty.
    '--max-semi-space-size=8',
    // Else V8 learns from one export to put all that the next ones make where it is cleared away last.
    '--no-allocation-site-pretenuring',
    // V8's last compiler works up to 30 ms at a time on threads of its own. On two cores they stand in
    // the way of the one that writes to the disk: see the decision in this folder's README.
    '--no-turbofan',
  ],
  env: {
    // Hashing a password and syncing the database share libuv's threads; four are too few.
    UV_THREADPOOL_SIZE: '8',
  },
} as const
