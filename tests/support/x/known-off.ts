const WHY = {
  meta: 'required by the description of uploads, which knows no such member; no answer of X has it',
  enrollment: 'xdevplatform/twitter-api-java-sdk#64 shows the whole body',
}

/** Where X's description (2.159) says otherwise than X does, each with why. */
export const KNOWN_OFF: Readonly<Record<string, string>> = {
  "POST /2/media/upload/initialize 200:  must have required property 'meta'": WHY.meta,
}
