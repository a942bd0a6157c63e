const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Reads the answers that arrive on one connection, one at a time, and says of each whether it was a success. The least
 * that can tell: status line, Content-Length, and how the body begins.
 */
export const answerReader = (
  bodyOfSuccess: string,
  onAnswer: (success: boolean) => void,
): ((bytes: Buffer) => void) => {
  const beginning = Buffer.from(bodyOfSuccess);
  let pending: Buffer = Buffer.alloc(0);
  let remaining = -1;
  let success = false;
  return (bytes) => {
    if (remaining >= 0) {
      remaining -= bytes.length;
    } else {
      pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
      const headEnd = pending.indexOf(HEAD_END);
      const bodyStart = headEnd + HEAD_END.length;
      if (headEnd === -1 || pending.length < bodyStart + beginning.length) return;
      const head = pending.toString('latin1', 0, headEnd);
      success =
        head.startsWith('HTTP/1.1 200') && beginning.equals(pending.subarray(bodyStart, bodyStart + beginning.length));
      remaining = lengthIn(head) - (pending.length - bodyStart);
      pending = Buffer.alloc(0);
    }
    if (remaining > 0) return;
    remaining = -1;
    onAnswer(success);
  };
};

const lengthIn = (head: string): number => {
  const length = /\r\ncontent-length: (\d+)/iu.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without Content-Length: ${head}`);
  return Number(length);
};
