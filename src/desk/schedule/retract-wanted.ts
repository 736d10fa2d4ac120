/** The reason of a variant that somebody wants taken back, kept until it is known where it stands. */
export const RETRACT_WANTED = 'retract-wanted'
