const MOST = 3

/** The letters that a colleague signs with: "Anna de Vries" is AV. Particles are left out where anything else is there. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  const capital = words.filter((word) => /^\p{Lu}/u.test(word))
  return (capital.length > 0 ? capital : words)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .slice(0, MOST)
    .join('')
}
