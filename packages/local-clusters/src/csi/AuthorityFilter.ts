/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Transform } from 'node:stream';

const PREFACE_BYTES = 24;
const FRAME_HEADER_BYTES = 9;
const HEADERS = 1;
const PADDED = 0x8;
const PRIORITY = 0x20;
/** Index of `:authority` in HPACK's static table (RFC 7541, appendix A). */
const AUTHORITY = 1;
const LOCALHOST = Buffer.from('\x09localhost', 'latin1');

/**
 * What a kubelet sends to a driver's socket, with `localhost` as the authority. Its gRPC names the socket's path there,
 * which is no authority (RFC 3986) and is refused by Node's HTTP/2; the servers that drivers are usually written with
 * do not look.
 */
export class AuthorityFilter extends Transform {
  private rest = Buffer.alloc(0);
  private prefaced = false;

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    callback: (error?: Error | null) => void,
  ): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    if (!this.prefaced && this.rest.length >= PREFACE_BYTES) {
      this.push(this.rest.subarray(0, PREFACE_BYTES));
      this.rest = this.rest.subarray(PREFACE_BYTES);
      this.prefaced = true;
    }
    while (this.prefaced && this.rest.length >= FRAME_HEADER_BYTES) {
      const end = FRAME_HEADER_BYTES + this.rest.readUIntBE(0, 3);
      if (this.rest.length < end) {
        break;
      }
      const frame = this.rest.subarray(0, end);
      this.push(frame[3] === HEADERS ? withLocalhost(frame) : frame);
      this.rest = this.rest.subarray(end);
    }
    callback();
  }
}

function withLocalhost(frame: Buffer): Buffer {
  const flags = frame[4];
  // gRPC pads nothing and gives no priorities
  if (flags & (PADDED | PRIORITY)) {
    return frame;
  }
  const block = replaceAuthority(frame.subarray(FRAME_HEADER_BYTES));
  const header = Buffer.from(frame.subarray(0, FRAME_HEADER_BYTES));
  header.writeUIntBE(block.length, 0, 3);
  return Buffer.concat([header, block]);
}

/** A header block (RFC 7541, section 6) with another value of a literal `:authority`. */
export function replaceAuthority(block: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < block.length) {
    const start = at;
    const first = block[at];
    if (first & 0x80) {
      at = integerAt(block, at, 7).next;
    } else if ((first & 0xe0) === 0x20) {
      at = integerAt(block, at, 5).next;
    } else {
      const name = integerAt(block, at, first & 0x40 ? 6 : 4);
      at = name.next;
      if (name.value === 0) {
        at = stringEnd(block, at);
      }
      const value = at;
      at = stringEnd(block, at);
      if (name.value === AUTHORITY) {
        parts.push(block.subarray(start, value), LOCALHOST);
        continue;
      }
    }
    parts.push(block.subarray(start, at));
  }
  return Buffer.concat(parts);
}

function stringEnd(block: Buffer, at: number): number {
  const length = integerAt(block, at, 7);
  return length.next + length.value;
}

/** An integer with a prefix of so many bits (RFC 7541, section 5.1). */
function integerAt(
  block: Buffer,
  at: number,
  bits: number,
): { value: number; next: number } {
  const most = 2 ** bits - 1;
  let value = block[at] & most;
  let next = at + 1;
  if (value === most) {
    for (let shift = 0; ; shift += 7) {
      const byte = block[next];
      next += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (!(byte & 0x80)) {
        break;
      }
    }
  }
  return { value, next };
}
