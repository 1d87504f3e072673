import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { z } from 'zod';
import { queryClient } from '../client/queries.ts';
import '../styles/main.scss';
import { App } from './App.tsx';
import { ScreenFailure } from './ScreenFailure.tsx';

// The page's content security policy allows no code made from text.
z.config({ jitless: true });

const root = document.getElementById('app');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <ScreenFailure>
            <App />
          </ScreenFailure>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
