// Whole numbers and short texts as bytes: small numbers, which most are, take one.

export class ByteWriter {
  private bytes = new Uint8Array(1_024)
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
    const { length } = part
    this.number(length)
    this.makeRoom(length)
    this.bytes.set(part.bytes.subarray(0, length), this.length)
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

/** Reads what a writer wrote. Throws RangeError where the bytes end too soon. */
export class ByteReader {
  at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  number(): number {
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

  text(): string {
    const length = this.number()
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
