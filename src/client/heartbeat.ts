/** What watches whether the server answers. */
export interface Heartbeat {
  dispose(): void;
}

export interface HeartbeatOptions {
  /** Asks the server for a sign of life; answers when it gives one, rejects where there is no server now. */
  ask(): Promise<unknown>;
  /** Called once when the server has been silent for too long. */
  onSilence(): void;
  /** Milliseconds between two questions, and that the server may be silent. */
  interval: number;
  patience: number;
}

/** Asks the server at intervals whether it is there. It may be busy for a while; silent for longer than that, it hangs. */
export function startHeartbeat({ ask, onSilence, interval, patience }: HeartbeatOptions): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  let silence: NodeJS.Timeout | undefined;
  let ended = false;
  const beat = async (): Promise<void> => {
    silence = setTimeout(onSilence, patience);
    await ask().catch(() => {});
    clearTimeout(silence);
    if (!ended) timer = setTimeout(beat, interval);
  };
  timer = setTimeout(beat, interval);
  return {
    dispose() {
      ended = true;
      clearTimeout(timer);
      clearTimeout(silence);
    },
  };
}
