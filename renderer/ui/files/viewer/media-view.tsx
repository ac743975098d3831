import { useRef, type ReactNode } from 'react';
import { useBlobUrl } from './use-blob-url.ts';
import { ViewFrame } from './view-frame.tsx';

interface MediaViewProps {
  readonly name: string;
  /** Where the recording is had; null until there is an address. */
  readonly url: string | null;
  readonly film: boolean;
  readonly onFailed: (message: string) => void;
}

/** Seconds that an arrow key goes on or back. */
const JUMP = 5;

/** A recording, with the browser's own controls. */
export const MediaView = ({ name, url, film, onFailed }: MediaViewProps): ReactNode => {
  const media = useRef<HTMLMediaElement>(null);
  const toggle = (): void => {
    const player = media.current;
    if (!player) return;
    // A recording that cannot be played reports it through onError.
    if (player.paused) void player.play().catch(() => undefined);
    else player.pause();
  };
  const jump = (seconds: number): void => {
    if (media.current) media.current.currentTime += seconds;
  };
  const shared = {
    ref: (player: HTMLMediaElement | null) => {
      media.current = player;
    },
    controls: true,
    controlsList: 'nodownload noremoteplayback',
    preload: 'metadata',
    'aria-label': name,
    onError: () =>
      onFailed('这段音像放不出来：内容已损坏，或者用了这台电脑不能播放的编码。请另存后用播放软件打开核对。'),
  } as const;
  return (
    <ViewFrame
      label={name}
      hint={`空格 播放或暂停 · ← → 退、进 ${String(JUMP)} 秒`}
      keys={{ ' ': toggle, ArrowLeft: () => jump(-JUMP), ArrowRight: () => jump(JUMP) }}
    >
      {url !== null && (
        <div className="mz-media">
          {film ? <video {...shared} src={url} disablePictureInPicture /> : <audio {...shared} src={url} />}
        </div>
      )}
    </ViewFrame>
  );
};

/** A recording whose bytes are at hand. */
export const HeldMediaView = ({
  bytes,
  mime,
  ...shown
}: Omit<MediaViewProps, 'url'> & {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
}): ReactNode => <MediaView {...shown} url={useBlobUrl(bytes, mime)} />;
