// Whole numbers and short texts as bytes: small numbers, which most are, take one.

export class ByteWriter {
  private bytes = new Uint8Array(64)
  private length = 0

  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  text(text: string): void {
    this.number(text.length)
    for (let at = 0; at < text.length; at += 1) this.number(text.charCodeAt(at))
  }

  /** What another one holds, with its length before it: it can be passed over unread. */
  part(part: ByteWriter): void {
    this.number(part.length)
    this.rest(part)
  }

  /** What another one holds, as it is. */
  rest({ bytes, length }: ByteWriter): void {
    this.makeRoom(length)
    this.bytes.set(bytes.subarray(0, length), this.length)
    this.length += length
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  private byte(value: number): void {
    this.makeRoom(1)
    this.bytes[this.length] = value
    this.length += 1
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

/** Plain letters, of which a text is made in one go: a byte is one of them. */
function isPlain(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 128) return false
  return true
}

const decoder = new TextDecoder()

/** Reads what a writer wrote. Throws RangeError where the bytes end too soon. */
export class ByteReader {
  at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  number(): number {
    // Most are a byte: found so quickly that the rest is not worth a thought.
    const first = this.bytes[this.at]
    if (first !== undefined && first < 128) {
      this.at += 1
      return first
    }
    return this.longNumber()
  }

  /** Of two to four bytes, as most others are. */
  private longNumber(): number {
    const { bytes, at } = this
    const second = bytes[at + 1] ?? 128
    const low = ((bytes[at] ?? 0) & 127) + (second & 127) * 128
    if (second < 128) {
      this.at = at + 2
      return low
    }
    const third = bytes[at + 2] ?? 128
    const fourth = bytes[at + 3] ?? 128
    if (third < 128) {
      this.at = at + 3
      return low + third * 16_384
    }
    if (fourth < 128) {
      this.at = at + 4
      return low + (third & 127) * 16_384 + fourth * 2_097_152
    }
    return this.anyNumber()
  }

  private anyNumber(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined) throw new RangeError('these bytes end too soon')
      this.at += 1
      if (byte < 128) return value + byte * unit
      value += (byte - 128) * unit
      unit *= 128
    }
  }

  /**
   * Adds a histogram that was written as steps: how far its next bucket is from the one before, twice,
   * and one more where a count follows. Returns the first and the last bucket.
   */
  addSteps(steps: number, to: Uint32Array): { first: number; last: number } {
    // The innermost loop of every report: without a call for each byte.
    const { bytes } = this
    let { at } = this
    let bucket = 0
    let first = 0
    for (let each = 0; each < steps; each += 1) {
      let step = bytes[at++] ?? 0
      if (step >= 128) step += ((bytes[at++] ?? 0) - 1) * 128
      bucket += step >> 1
      if (each === 0) first = bucket
      let count = 1
      if ((step & 1) === 1) {
        count = bytes[at++] ?? 0
        if (count >= 128) {
          this.at = at - 1
          count = this.number()
          at = this.at
        }
      }
      to[bucket] = (to[bucket] ?? 0) + count
    }
    this.at = at
    return { first, last: bucket }
  }

  /** Adds numbers to places: pairs of a place and how many. What has no place is left out. */
  addPairs(pairs: number, to: Float64Array): void {
    for (let each = 0; each < pairs; each += 1) {
      const { bytes, at } = this
      const place = bytes[at] ?? 128
      const count = bytes[at + 1] ?? 128
      if (place < 128 && count < 128) {
        this.at = at + 2
        if (place < to.length) to[place] = (to[place] ?? 0) + count
        continue
      }
      const longPlace = this.number()
      const longCount = this.number()
      if (longPlace < to.length) to[longPlace] = (to[longPlace] ?? 0) + longCount
    }
  }

  text(): string {
    const length = this.number()
    const own = this.bytes.subarray(this.at, this.at + length)
    if (own.length === length && isPlain(own)) {
      this.at += length
      return decoder.decode(own)
    }
    let text = ''
    for (let at = 0; at < length; at += 1) text += String.fromCharCode(this.number())
    return text
  }

  /** Where the part that follows ends, once its length is read. */
  partEnd(): number {
    const length = this.number()
    return this.at + length
  }
}
