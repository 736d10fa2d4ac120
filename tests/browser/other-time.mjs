// Loaded before the program: its clock shows another moment and runs on from there, so that a day can begin at any hour.
const offset = Number(process.env.CLOCK_OFFSET)
const now = Date.now
Date.now = () => now() + offset
