/** A copy of an element without what is in it. */
export const bare = <T extends HTMLElement>(element: T): T => {
  // TypeScript does not know that a copy is what it was made of.
  const copy = element.cloneNode(false) as T;
  copy.removeAttribute('id');
  return copy;
};
