// The fills of the charts: words are hatched, deeds are filled, thin coverage is crossed; never colour alone.

export type Fill = 'words_conflict' | 'words_cooperation' | 'words_other' | 'deeds_conflict' | 'deeds_cooperation' | 'deeds_other' | 'thin' | 'later'

/** The patterns of one chart; `scope` keeps the ids of several charts on a page apart. */
export function Patterns({ scope }: { scope: string }) {
  return (
    <defs>
      <pattern id={`${scope}-words_conflict`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" class="fill-words-2" />
        <rect width="2.6" height="5" class="fill-words" />
      </pattern>
      <pattern id={`${scope}-words_cooperation`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" class="fill-words-2" />
        <rect width="0.9" height="5" class="fill-words" />
      </pattern>
      <pattern id={`${scope}-thin`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="1.1" height="6" class="fill-hatch" />
      </pattern>
      <pattern id={`${scope}-later`} width="4" height="4" patternUnits="userSpaceOnUse">
        <circle cx="1" cy="1" r="0.6" class="fill-hatch" />
      </pattern>
    </defs>
  )
}

/** What a shape is filled with: a pattern where the layer has one, else nothing and the class colours it. */
export function fillOf(scope: string, layer: Fill): string | undefined {
  const hatched: readonly Fill[] = ['words_conflict', 'words_cooperation', 'thin', 'later']
  return hatched.includes(layer) ? `url(#${scope}-${layer})` : undefined
}
