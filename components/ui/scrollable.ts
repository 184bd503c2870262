/** For what scrolls: it must be reachable by keyboard, and not every browser sees to it. */
export const scrollable = { tabIndex: 0 }
