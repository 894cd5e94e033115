// What the charts give to the page.
export { Interval } from './interval'
export { MeasureChart } from './pairs'
export { Spark } from './spark'
export { Timeline } from './timeline'
