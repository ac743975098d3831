import { useEffect, useState } from 'react';

/** False at first, true once `ms` have passed: what comes sooner than that needs no sign of waiting. */
export const useLater = (ms: number): boolean => {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
};
