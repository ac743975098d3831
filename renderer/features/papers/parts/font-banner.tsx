import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { FontState } from '../../../../shared/features/papers/channels.ts';
import { useCall } from '../../../app/calls.ts';

const inPlace = ({ name, instead }: FontState): string =>
  instead === null ? name : `${name}（将用${instead}代替）`;

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
      title={`这台电脑缺少公文字体：${missing.map(inPlace).join('、')}。打印出来字形和版面会走样。`}
      description="请让管理员装好字体再打印；同一份 Word 文件拿到装有字体的电脑上打开，字体就是对的。"
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
                  ? '缺少，由 Word 自行选用别的字体'
                  : `缺少，用${instead}代替`}
          </dd>
        </div>
      ))}
    </dl>
  );
};
