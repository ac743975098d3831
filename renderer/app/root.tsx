import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ThemeRoot } from '../ui/theme/theme-root.tsx';
import { Gate } from './entry/gate.tsx';
import { createQueryClient } from './query-client.ts';

export const Root = (): ReactNode => {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <ThemeRoot>
        <Gate />
      </ThemeRoot>
    </QueryClientProvider>
  );
};
