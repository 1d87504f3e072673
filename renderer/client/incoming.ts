import { create } from 'zustand';

/** Files that were opened from outside or dropped on another screen, until the imports screen takes them. */
export const useIncoming = create<{ files: File[] }>(() => ({ files: [] }));

export function receiveFiles(files: readonly File[]): void {
  useIncoming.setState((state) => ({ files: [...state.files, ...files] }));
}

/** Hands the waiting files over, once. */
export function takeIncoming(): File[] {
  const { files } = useIncoming.getState();
  if (files.length > 0) useIncoming.setState({ files: [] });
  return files;
}
