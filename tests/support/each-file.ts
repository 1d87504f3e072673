import { afterAll } from 'vitest';
import { tidyUp } from './afterwards.ts';

// Run anew for each file of tests. A hook within a module that files share would be that of the first one alone.
afterAll(tidyUp);
