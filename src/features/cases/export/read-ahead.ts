/** The same items in the same order, each asked for while the one before it is still in use. */
export const readAhead = async function* <Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let ahead = source.next();
  try {
    for (let { done, value } = await ahead; done !== true; { done, value } = await ahead) {
      ahead = source.next();
      // It is told when it is asked for; until then nobody listens.
      ahead.catch(() => undefined);
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
};
