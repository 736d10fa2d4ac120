const UPLOADS = 'the description requires what it does not describe, and no answer of X has it'

/** Where X's description (2.159) says otherwise than X does, each with why. */
export const KNOWN_OFF: Readonly<Record<string, string>> = {
  'POST /2/tweets 201: /data/edit_history_tweet_ids is not described':
    'in every answer since posts can be edited, 2022',
  "POST /2/media/upload/initialize 200:  must have required property 'meta'": UPLOADS,
  "POST /2/media/upload/{id}/append 200:  must have required property 'meta'": UPLOADS,
  "POST /2/media/upload/{id}/finalize 200:  must have required property 'meta'": UPLOADS,
  "GET /2/media/upload 200:  must have required property 'meta'": UPLOADS,
  "POST /2/media/upload/{id}/finalize 200: /data/processing_info must have required property 'type'": UPLOADS,
  "GET /2/media/upload 200: /data/processing_info must have required property 'type'": UPLOADS,
}
