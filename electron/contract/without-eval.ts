import { z } from 'zod';

// The page's content security policy allows no code made from text, and every shape of the contract asks for that when it is
// made: this has to come before the first of them, whatever pieces the page is bundled into.
if ('document' in globalThis) z.config({ jitless: true });
