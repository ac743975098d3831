import './roles-table.css';
import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import {
  permissionLabels,
  permissions,
  roleIds,
  roles,
} from '../../../../shared/features/accounts/permissions.ts';

/** Every permission against every role. */
export const RolesTable = (): ReactNode => (
  <div className="mz-roles mz-card" tabIndex={0} role="region" aria-label="角色与权限对照表">
    <table>
      <thead>
        <tr>
          <th scope="col">权限</th>
          {roleIds.map((role) => (
            <th scope="col" key={role}>
              {roles[role].label}
              <small>{roles[role].about}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map((permission) => (
          <tr key={permission}>
            <th scope="row">{permissionLabels[permission]}</th>
            {roleIds.map((role) => (
              <td key={role}>
                {roles[role].permissions.includes(permission) ? (
                  <CheckOutlined aria-label="有" />
                ) : (
                  <span className="mz-visually-hidden">无</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
