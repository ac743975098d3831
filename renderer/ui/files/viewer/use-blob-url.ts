import { useEffect, useState } from 'react';

/** An address for bytes, for as long as the part that asked is on the screen; null until it is made. */
export const useBlobUrl = (bytes: Uint8Array<ArrayBuffer>, mime: string): string | null => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mime }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [bytes, mime]);
  return url;
};
