import {
  AimOutlined,
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  FormOutlined,
  SettingOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { NavGroup } from '../screen.ts';

export const navIcons: Readonly<Record<NavGroup, ReactNode>> = {
  today: <CalendarOutlined />,
  cases: <FileSearchOutlined />,
  evaluation: <FormOutlined />,
  archive: <FolderOpenOutlined />,
  duties: <AimOutlined />,
  rewards: <TrophyOutlined />,
  participation: <TeamOutlined />,
  standards: <BookOutlined />,
  organisation: <BankOutlined />,
  system: <SettingOutlined />,
};
