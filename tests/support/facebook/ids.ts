/** Graph's ids: digits without order or meaning, longer than a JavaScript number holds exactly. */
export class Ids {
  #count = 0
  readonly #page: string
  constructor(page: string) {
    this.#page = page
  }

  digits(start: string, length = 17): string {
    this.#count += 1
    return `${start}${String(this.#count * 7_919 + 100_003).padStart(length - start.length, '0')}`
  }

  post = (): string => `${this.#page}_${this.digits('122')}`
  /** A post of somebody else: it starts with that person's id. */
  postOf = (person: string): string => `${person}_${this.digits('122')}`
  comment = (post: string): string => `${post.split('_')[1] ?? post}_${this.digits('98')}`
  photo = (): string => this.digits('122')
  person = (): string => this.digits('24')
  conversation = (): string => `t_${this.digits('10')}`
  message = (): string =>
    `m_${Buffer.from(this.digits('77', 30)).toString('base64url')}-${Buffer.from(this.digits('66', 30)).toString('base64url')}`
}
