import { existsSync, realpathSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** File systems of Linux that lie on another computer: NFS, SMB, SMB 2, CIFS, AFS and Ceph. */
const REMOTE = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x00c36400]);

/** Where a folder really lies: its path with every link and mapped drive followed, and the type of its file system. */
export interface Whereabouts {
  readonly platform: NodeJS.Platform;
  readonly path: string;
  readonly type: number;
}

/** Whether that is on another computer. A Mac does not tell. */
export function isShare({ platform, path, type }: Whereabouts): boolean {
  if (platform === 'win32') return /^\\\\(\?\\UNC\\|[^?.\\])/i.test(path);
  return platform === 'linux' && REMOTE.has(type);
}

/** Whether a folder, or the one that it would be made in, lies on a network share: the store's log and locks do not hold there. */
export function liesOnShare(folder: string): boolean {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    const { type } = statfsSync(there);
    return isShare({ platform: process.platform, path: realpathSync.native(there), type });
  } catch {
    // A folder that cannot be looked at is refused for that when it is opened.
    return false;
  }
}
