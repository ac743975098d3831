import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { daysBetween, formatDay, isDay } from '../../../../shared/kernel/dates.ts';

/** Whether an application came in time, in a sentence. */
export const TimeNote = ({
  dueOn,
  receivedOn,
  known,
}: {
  /** Last day to apply; null where no law, or no day on record, sets one. */
  dueOn: string | null;
  receivedOn: string;
  /** From which day it runs, in words; blank where nothing is on record. */
  known: string;
}): ReactNode => {
  if (dueOn === null || !isDay(receivedOn))
    return <Alert type="info" showIcon title="登记时按填写的日期核对期限；法律没有规定期限的，不算超期。" />;
  const late = daysBetween(dueOn, receivedOn);
  const from = known === '' ? '' : `${known}，`;
  return late > 0 ? (
    <Alert
      type="warning"
      showIcon
      title={`${from}申请期限到${formatDay(dueOn)}届满，已超过 ${String(late)} 天。照样登记，受理时要写明正当理由并经批准。`}
    />
  ) : (
    <Alert type="success" showIcon title={`${from}申请期限到${formatDay(dueOn)}，在期限内。`} />
  );
};
