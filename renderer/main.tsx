import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { issueWords } from '../shared/kernel/issue-words.ts';
import { Root } from './app/root.tsx';

// Chinese for every message that a schema does not word itself.
z.config({ localeError: issueWords });

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
createRoot(element).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
