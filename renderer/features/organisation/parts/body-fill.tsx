import { TeamOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BodyView } from '../../../../shared/features/organisation/bodies/channels.ts';
import type { BodyPower } from '../../../../shared/features/organisation/bodies/schema.ts';
import { call } from '../../../api.ts';
import { callKey, useCall } from '../../../app/calls.ts';
import { problemOf } from '../../../ui/feedback/problem.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';

/** Brings in those who sit today in a body with this power. Nothing is shown where the school has no such body. */
export const BodyFill = ({
  power,
  onFill,
}: {
  readonly power: BodyPower;
  readonly onFill: (members: BodyView['members'], view: BodyView) => void;
}): ReactNode => {
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const { data } = useCall('organisation.bodies', {});
  const offered = (data?.bodies ?? []).filter(
    ({ powers, dissolvedOn, members }) => dissolvedOn === null && members > 0 && powers.includes(power),
  );
  if (offered.length === 0) return null;
  const fill = async (id: string): Promise<void> => {
    setBusy(true);
    try {
      const input = { id, day: null };
      const view = await client.query({
        queryKey: callKey('organisation.readBody', input),
        queryFn: () => call('organisation.readBody', input),
      });
      onFill(
        view.members.filter(({ sitting, left }) => sitting && !left),
        view,
      );
    } catch (cause) {
      toast.failed(problemOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: offered.map(({ id, name, members }) => ({
          key: id,
          label: `${name}（${String(members)} 人）`,
        })),
        onClick: ({ key }) => void fill(key),
      }}
    >
      <Button icon={<TeamOutlined />} loading={busy}>
        从机构带入
      </Button>
    </Dropdown>
  );
};
