/** What is asked for beside id and text, with every look at posts; each name stands in X's description of API v2. */
export const POST_FIELDS = {
  'tweet.fields': [
    'attachments',
    'author_id',
    'conversation_id',
    'created_at',
    'edit_history_tweet_ids',
    'entities',
    'in_reply_to_user_id',
    'note_tweet',
    'referenced_tweets',
  ].join(),
  expansions: [
    'attachments.media_keys',
    'author_id',
    'in_reply_to_user_id',
    'referenced_tweets.id',
    'referenced_tweets.id.author_id',
  ].join(),
  'user.fields': 'id,name,username',
  'media.fields': 'alt_text,media_key,preview_image_url,type,url,variants',
}

export const DIRECT_FIELDS = {
  'dm_event.fields': 'attachments,created_at,dm_conversation_id,entities,event_type,id,sender_id,text',
  event_types: 'MessageCreate',
  expansions: 'attachments.media_keys,sender_id',
  'user.fields': 'id,name,username',
  'media.fields': POST_FIELDS['media.fields'],
}
