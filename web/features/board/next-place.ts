import { KeyboardCode, type KeyboardCoordinateGetter } from '@dnd-kit/core';
import type { Lifted } from './board-frame.ts';
import type { Place } from './place.ts';

/** Where the arrows lead: along a lane, or along a column. */
const steps: Readonly<Record<string, { readonly edge: 'left' | 'top'; readonly by: number }>> = {
  [KeyboardCode.Right]: { edge: 'left', by: 1 },
  [KeyboardCode.Left]: { edge: 'left', by: -1 },
  [KeyboardCode.Down]: { edge: 'top', by: 1 },
  [KeyboardCode.Up]: { edge: 'top', by: -1 },
};

/** The arrows take a card to the next column on that side, or to the next lane. */
export const nextPlace: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const { droppableContainers, over, active } = context;
  const step = steps[event.code];
  if (step === undefined || active === null) return undefined;
  event.preventDefault();
  // Where they are now: the page may have scrolled since they were measured.
  const places = droppableContainers
    .getEnabled()
    .flatMap(({ id, data, node: { current } }) =>
      current === null ? [] : [{ id, place: data.current as unknown as Place, box: current.getBoundingClientRect() }],
    )
    .toSorted((one, other) => one.box[step.edge] - other.box[step.edge]);
  const { cell } = active.data.current as unknown as Lifted;
  const from = places.find(({ id }) => id === (over?.id ?? cell.id));
  if (from === undefined) return undefined;
  const column = from.place.column ?? cell.column;
  const along = places.filter(({ place }) =>
    step.edge === 'left' ? place.lane?.id === from.place.lane?.id : (place.column ?? column).id === column.id,
  );
  const next = along[along.indexOf(from) + step.by];
  if (next === undefined) return undefined;
  return { x: next.box.left, y: step.edge === 'left' ? currentCoordinates.y : next.box.top };
};
