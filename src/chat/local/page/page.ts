import { Hono } from 'hono'
import type { Parts } from '../parts.ts'

export const deskPage = (_parts: Parts): Hono => new Hono()
