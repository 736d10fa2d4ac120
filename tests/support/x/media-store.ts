import type { Snowflakes } from './snowflakes.ts'
import type { Media } from './types.ts'

/** What a media key begins with: 3 a photo, 7 a video, 16 a gif. */
const KEY_OF: Readonly<Record<string, string>> = { tweet_image: '3', tweet_video: '7', tweet_gif: '16', dm_image: '3' }

/** What was uploaded, by its id and by its key. */
export class MediaStore {
  readonly #byId = new Map<string, Media>()
  readonly #byKey = new Map<string, Media>()
  readonly #ids: Snowflakes

  constructor(ids: Snowflakes) {
    this.#ids = ids
  }

  add(made: Pick<Media, 'owner' | 'type' | 'category' | 'totalBytes'>, at: number): Media {
    const id = this.#ids.next(at)
    const key = `${KEY_OF[made.category] ?? '3'}_${id}`
    const media: Media = { ...made, id, key, at, segments: new Map(), state: 'uploading', altText: null }
    this.#byId.set(id, media)
    this.#byKey.set(key, media)
    return media
  }

  byId = (id: string): Media | undefined => this.#byId.get(id)
  byKey = (key: string): Media | undefined => this.#byKey.get(key)
}
