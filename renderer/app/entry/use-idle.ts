import { useEffect, useRef } from 'react';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** How often the clock is looked at. Comparing times, not counting ticks, also notices that the PC has slept. */
const LOOK_EVERY = 5_000;

/** Calls `onIdle` once nobody has touched mouse or keyboard for `minutes`, as long as `watching`. */
export const useIdle = (minutes: number, watching: boolean, onIdle: () => void): void => {
  const act = useRef(onIdle);
  useEffect(() => {
    act.current = onIdle;
  });
  useEffect(() => {
    if (!watching) return undefined;
    let lastSign = Date.now();
    const sign = (): void => {
      lastSign = Date.now();
    };
    for (const name of SIGNS) window.addEventListener(name, sign, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (Date.now() - lastSign >= minutes * 60_000) act.current();
    }, LOOK_EVERY);
    return () => {
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
      clearInterval(timer);
    };
  }, [minutes, watching]);
};
