// What the signs of the map mean.
import { Legend, LegendItem } from '../chart/tools'
import { Cross, Sign } from './glyph'
import { GLYPH_NAMES, GLYPHS } from './mark'

export function MapLegend({ scope }: { scope: string }) {
  return (
    <Legend>
      {GLYPHS.map((glyph) => (
        <LegendItem name={GLYPH_NAMES[glyph]} width={16} height={16}>
          <g transform="translate(8,8)">{glyph === 'denied' ? <Cross size={4.5} /> : <Sign glyph={glyph} radius={6.5} />}</g>
        </LegendItem>
      ))}
      <LegendItem name="larger: more events" width={30} height={20}>
        <circle class="glyph-size" cx="6" cy="10" r="4" />
        <circle class="glyph-size" cx="20" cy="10" r="9" />
      </LegendItem>
      <LegendItem name="halo: somewhere within (town, district, region)" width={22} height={20}>
        <g class="halos">
          <circle cx="11" cy="10" r="9" />
        </g>
        <circle class="glyph-size dot" cx="11" cy="10" r="2.5" />
      </LegendItem>
      <LegendItem name="a country as a whole: deeds" width={18} height={12}>
        <rect class="land swatch-frame" x="0.5" y="0.5" width="17" height="11" />
        <rect class="tint tint-deeds level-3" x="0.5" y="0.5" width="17" height="11" />
      </LegendItem>
      <LegendItem name="words only of it" width={18} height={12}>
        <defs>
          <pattern id={`${scope}-swatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.2" height="5" class="fill-words" />
          </pattern>
        </defs>
        <rect class="land swatch-frame" x="0.5" y="0.5" width="17" height="11" />
        <rect class="tint tint-words level-4" x="0.5" y="0.5" width="17" height="11" fill={`url(#${scope}-swatch)`} />
      </LegendItem>
    </Legend>
  )
}
