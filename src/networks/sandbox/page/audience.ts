import { Hono } from 'hono'
import type { Clock } from '../../../model/clock.ts'
import type { Public } from '../public.ts'
import type { Store } from '../store.ts'

export const audiencePage = (_store: Store, _people: Public, _clock: Clock): Hono => new Hono()
