/** What watches whether the server answers. */
export interface Heartbeat {
  dispose(): void;
}

export interface HeartbeatOptions {
  /** Asks the server for a sign of life; answers when it gives one, rejects where there is no server now. */
  ask(): Promise<unknown>;
  /** Called once when the server has been silent for too long. */
  onSilence(): void;
  /** Milliseconds between two turns. */
  interval: number;
  /** Turns that the server may be silent. */
  patience: number;
}

/**
 * Asks the server at intervals whether it is there; it never works itself, so that an answer is a matter of milliseconds. Silence is counted in
 * turns of this process, not by the clock: a machine that slept or has too much to do holds both up alike.
 */
export function startHeartbeat({ ask, onSilence, interval, patience }: HeartbeatOptions): Heartbeat {
  let waiting = false;
  let silent = 0;
  const timer = setInterval(() => {
    if (waiting) {
      if (++silent === patience) onSilence();
      return;
    }
    waiting = true;
    silent = 0;
    const answered = () => {
      waiting = false;
    };
    ask().then(answered, answered);
  }, interval);
  return { dispose: () => clearInterval(timer) };
}
