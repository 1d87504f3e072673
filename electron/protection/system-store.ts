/** The system's own store of secrets, which opens them for the person who is signed in on this PC. */
export interface SystemStore {
  /** The secret as only this store can open it, in base64; null where there is none to use, or it refuses. */
  seal(secret: Uint8Array): Promise<string | null>;
}
