import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { FontState } from '../../../../shared/features/papers/channels.ts';
import { useCall } from '../../../app/calls.ts';

const missingLine = ({ name, use, instead }: FontState): string =>
  `${name}（用于${use}）：${instead === null ? '由 Word 自行选用别的字体，版面会走样' : `将用${instead}代替，字形不同`}`;

/** Says which typefaces of official papers this PC lacks, and what stands in for them; nothing when all are there. */
export const FontBanner = (): ReactNode => {
  const { data } = useCall('papers.fonts', {}, { staleTime: 60_000 });
  const missing = data?.fonts.filter(({ state }) => state === 'missing') ?? [];
  if (missing.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="mz-no-print"
      style={{ marginBottom: 16 }}
      title={`这台电脑缺少 ${String(missing.length)} 种公文字体`}
      description={
        <>
          <ul style={{ paddingLeft: 18 }}>
            {missing.map((font) => (
              <li key={font.name}>{missingLine(font)}</li>
            ))}
          </ul>
          <p>请让管理员安装这些字体后再打印；在装有字体的电脑上打开同一份 Word 文件，字体就是对的。</p>
        </>
      }
    />
  );
};

/** Every typeface with its state, for the screen where papers are set up. */
export const FontList = (): ReactNode => {
  const { data } = useCall('papers.fonts', {}, { staleTime: 60_000 });
  if (!data) return null;
  return (
    <dl className="mz-fonts">
      {data.fonts.map(({ name, use, state, instead }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="mz-muted">{use}</dd>
          <dd>
            {state === 'present'
              ? '已安装'
              : state === 'alike'
                ? `未安装，用同款的“${instead ?? ''}”`
                : instead === null
                  ? '缺少'
                  : `缺少，用${instead}代替`}
          </dd>
        </div>
      ))}
    </dl>
  );
};
