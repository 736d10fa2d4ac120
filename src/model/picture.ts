/** A picture as it was fetched from its allow-listed place. */
export interface Picture {
  bytes: Buffer
  /** `image/jpeg`, `image/png`, `image/gif`, `image/webp`: what the bytes are, not what a header claims. */
  type: string
}

/** Why a picture could not be had: `host` (not on the list), `private` (an address inside), `type`, `size`, `redirect`, `unreachable`. */
export class PictureRefused extends Error {
  readonly code: 'host' | 'private' | 'type' | 'size' | 'redirect' | 'unreachable'
  constructor(code: PictureRefused['code'], cause?: unknown) {
    super(`the picture could not be had: ${code}`, { cause })
    this.name = 'PictureRefused'
    this.code = code
  }
}
