import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import {
  roleIdSchema,
  roleIds,
  roles,
  type RoleId,
} from '../../../../shared/features/accounts/permissions.ts';

interface RoleChoiceProps {
  readonly value?: readonly RoleId[];
  readonly onChange?: (roles: RoleId[]) => void;
  readonly id?: string;
}

/** Ticks one or several roles, each with what it is for. */
export const RoleChoice = ({ value = [], onChange, id }: RoleChoiceProps): ReactNode => (
  <Checkbox.Group
    {...(id === undefined ? {} : { id })}
    value={[...value]}
    onChange={(chosen) => onChange?.(roleIdSchema.array().parse(chosen))}
    style={{ display: 'grid', gap: 6 }}
    options={roleIds.map((role) => ({
      value: role,
      label: (
        <>
          {roles[role].label} <span className="mz-muted">{roles[role].about}</span>
        </>
      ),
    }))}
  />
);
