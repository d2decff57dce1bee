/** A value that components watch. */

import { useLayoutEffect, useState } from "preact/hooks";

export interface Store<T> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Watch a part of a store: the component is drawn anew only when that part is another one. */
export function useStore<T, Part>(store: Store<T>, part: (value: T) => Part): Part {
  const [, redraw] = useState(0);
  const now = part(store.get());
  useLayoutEffect(() => {
    let seen = now;
    const look = (): void => {
      const next = part(store.get());
      if (Object.is(next, seen)) return;
      seen = next;
      redraw((count) => count + 1);
    };
    look();
    return store.subscribe(look);
  });
  return now;
}
