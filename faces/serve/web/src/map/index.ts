// What the map gives to the page.
export { WorldMap } from './map'
