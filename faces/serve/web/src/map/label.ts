// Labels that do not cover each other: the important ones first, each at the first free side of its spot.

export interface Wish {
  x: number
  y: number
  /** Room that the spot itself takes. */
  radius: number
  text: string
  width: number
  height: number
  /** Higher is placed earlier. */
  rank: number
  /** Stands on its spot in place of beside it. */
  centred: boolean
  /** Other spots that would do, the best first. */
  others: readonly { x: number; y: number }[]
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Label<W extends Wish> {
  wish: W
  box: Box
}

/** Places as many labels as fit into the frame; `taken` is kept free. */
export function placed<W extends Wish>(wishes: readonly W[], frame: Box, taken: readonly Box[]): Label<W>[] {
  const boxes = new Grid(taken)
  const labels: Label<W>[] = []
  for (const wish of [...wishes].sort((a, b) => b.rank - a.rank)) {
    const box = [wish, ...wish.others].flatMap((spot) => sides(wish, spot)).find((side) => inside(side, frame) && boxes.free(side))
    if (box) {
      boxes.add(box)
      labels.push({ wish, box })
    }
  }
  return labels
}

function sides(wish: Wish, { x, y }: { x: number; y: number }): Box[] {
  const { width, height } = wish
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  if (wish.centred) return [at(x - width / 2, y - height / 2)]
  const away = wish.radius + 3
  return [at(x + away, y - height / 2), at(x - away - width, y - height / 2), at(x - width / 2, y - away - height), at(x - width / 2, y + away)]
}

function inside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
}

const CELL = 64

/** Boxes by the cells of a grid that they touch. */
class Grid {
  private readonly cells = new Map<string, Box[]>()

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box)
  }

  add(box: Box): void {
    for (const key of this.keys(box)) this.cells.set(key, [...(this.cells.get(key) ?? []), box])
  }

  free(box: Box): boolean {
    return this.keys(box).every((key) => (this.cells.get(key) ?? []).every((other) => !overlap(box, other)))
  }

  private keys(box: Box): string[] {
    const keys: string[] = []
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) keys.push(`${column},${row}`)
    }
    return keys
  }
}

export function middle(box: Box): { x: number; y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
