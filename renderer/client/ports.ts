declare global {
  interface Window {
    /** There in the desktop app alone, put there by `preload.ts`. */
    readonly plannerWindow?: { connect(): void };
  }
}

/** One connection: calls of the contract go over `calls`, what passes between page and window over `requests`. */
export interface Ports {
  readonly calls: MessagePort;
  readonly requests: MessagePort;
}

/** Asks the window for new ports. */
export function askForPorts(): Promise<Ports> {
  return new Promise((resolve) => {
    const take = ({ source, data, ports: [calls, requests] }: MessageEvent) => {
      if (source !== window || data !== 'planner-ports' || calls === undefined || requests === undefined) return;
      window.removeEventListener('message', take);
      resolve({ calls, requests });
    };
    window.addEventListener('message', take);
    window.plannerWindow?.connect();
  });
}
