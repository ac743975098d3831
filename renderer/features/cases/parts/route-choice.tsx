import { Radio } from 'antd';
import type { ReactNode } from 'react';
import type { SubjectKind } from '../../../../shared/features/cases/people.ts';
import { proposeRoute, routesOpenTo, routeTaken } from '../../../../shared/features/cases/route-choice.ts';
import { routeLabels, routes, type Route } from '../../../../shared/features/cases/states.ts';
import { routeSteps } from '../../../../shared/features/cases/workflow.ts';
import type { Matter, Measure } from '../../../../shared/features/standards/schema.ts';
import './forms.css';

export const routeAbouts: Readonly<Record<Route, string>> = {
  light: '核实、告知、听取陈述后由学校决定；不能给予处分。',
  ordinary:
    '立案，两人以上调查并报告，告知拟作的处理，听取陈述申辩，集体研究决定；超出学校权限的报请主管部门。',
  pupil: '核实、告知学生和家长、听取陈述后按年级和轻重决定。',
  transferred: '核实后移送公安、纪检监察等机关，并保存反馈。',
};

/** 办理方式: as the program proposes it, with the reason, until somebody takes another. */
export const RouteChoice = ({
  kinds,
  matter,
  measures,
  value,
  onChange,
  id,
}: {
  kinds: readonly SubjectKind[];
  matter: Matter | undefined;
  measures: readonly Measure[];
  value?: Route;
  onChange?: (route: Route) => void;
  id?: string;
}): ReactNode => {
  const proposed = proposeRoute(kinds, matter, measures);
  const open = routesOpenTo(kinds);
  const chosen = routeTaken(value, kinds, matter, measures);
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1} className="mz-route">
      <Radio.Group
        value={chosen}
        onChange={(event) => {
          const next = routes.find((route) => route === event.target.value);
          if (next) onChange?.(next);
        }}
        options={routes
          .filter((route) => open.includes(route))
          .map((route) => ({
            value: route,
            label: route === proposed.route ? `${routeLabels[route]}（建议）` : routeLabels[route],
          }))}
      />
      <p className="mz-route-why">
        {chosen === proposed.route
          ? proposed.why
          : `程序原建议“${routeLabels[proposed.route]}”：${proposed.why}`}
      </p>
      <p className="mz-muted">
        {routeAbouts[chosen]}步骤：{routeSteps[chosen].map(({ label }) => label).join(' → ')}
      </p>
    </div>
  );
};
