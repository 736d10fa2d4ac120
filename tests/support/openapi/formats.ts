/** Of RFC 3339 and RFC 3986, as strict as JSON Schema's own formats for what is sent here. */
export const FORMATS: Readonly<Record<string, RegExp | true>> = {
  'date-time': /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  int32: true,
  int64: true,
  uint32: true,
  uint64: true,
  long: true,
  double: true,
  integer: true,
  byte: true,
  binary: true,
  'data-time': true,
  'google-datetime': true,
}
