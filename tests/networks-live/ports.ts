/** Where the fakes listen, which in-fakenet.mjs puts behind the networks' own addresses; and the station. */
export const PORT = { x: 4_407, facebook: 4_408, youtube: 4_409, station: 3_000 } as const
