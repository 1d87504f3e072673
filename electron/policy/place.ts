import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** Where a machine's policy lies, which only an administrator can write. */
export function policyFile(platform = process.platform, environment = process.env): string {
  const name = 'Maternity Workforce Planner';
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', name, 'policy.json');
  if (platform === 'darwin') return join('/Library/Application Support', name, 'policy.json');
  return '/etc/maternity-workforce-planner/policy.json';
}

/**
 * The data folder that the machine's policy decides; null for none. For the window's process, which begins before anything
 * heavy is loaded: whether the policy is right in all it says is found by the backend, which refuses a wrong one.
 */
export function dataFolderByPolicy(file = policyFile()): string | null {
  const { dataFolder } = contentOf(file);
  return typeof dataFolder === 'string' && isAbsolute(dataFolder) ? dataFolder : null;
}

/** The parts that the machine's policy switches off, for the menu of the window; found right or wrong as above. */
export function switchedOffByPolicy(file = policyFile()): readonly string[] {
  const { disabled } = contentOf(file);
  return Array.isArray(disabled) ? disabled.filter((part) => typeof part === 'string') : [];
}

function contentOf(file: string): { readonly dataFolder?: unknown; readonly disabled?: unknown } {
  try {
    return (JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')) ?? {}) as object;
  } catch {
    return {};
  }
}
