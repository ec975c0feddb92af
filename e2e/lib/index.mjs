// Everything a journey needs, in one import.

export { findChromium, openBrowser, openPage } from './browser.mjs';
export { axe, shot } from './eyes.mjs';
export {
  choose, fill, fits, follow, headline, part, press, sees, seesNot, settled, tick, unfold, visit,
} from './hands.mjs';
export { freshPostgres, startProgram } from './program.mjs';
