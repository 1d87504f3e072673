import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { queryClient } from '../client/queries.ts';
import '../styles/main.scss';
import { App } from './App.tsx';
import { SignedIn } from './SignedIn.tsx';
import { ScreenFailure } from './ScreenFailure.tsx';

const root = document.getElementById('app');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <ScreenFailure>
            <SignedIn>
              <App />
            </SignedIn>
          </ScreenFailure>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
