import type { Surroundings } from '../network.ts'
import type { Graph } from './graph.ts'
import type { Us } from './written.ts'

/** What every part of the adapter works with. */
export interface Context extends Us {
  graph: Graph
  clock: Surroundings['clock']
  log: Surroundings['log']
  placed: Surroundings['placed']
  picture: Surroundings['picture']
}
