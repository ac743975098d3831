import { Alert, Input } from 'antd';
import type { ReactNode } from 'react';
import { changeRouteInput } from '../../../../shared/features/cases/inputs.ts';
import { routesOpenTo } from '../../../../shared/features/cases/route-choice.ts';
import { routeLabels, routes } from '../../../../shared/features/cases/states.ts';
import { isOpenTo } from '../../../../shared/features/cases/workflow.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { routeAbouts } from './route-choice.tsx';

const schema = changeRouteInput.omit({ id: true, rev: true });

/** 改变办理方式, with the reason; `target` is the route that whoever opened it has in mind. */
export const RouteForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const change = useCaseCommand('cases.changeRoute');
  const open = routesOpenTo(record.subjects.map(({ kind }) => kind)).filter(
    (route) => route !== record.route && isOpenTo({ route, state: record.state }, 'changeRoute'),
  );
  const wanted = open.find((route) => route === target) ?? (open.length === 1 ? open[0] : undefined);
  const form = useZodForm({
    schema,
    initial: wanted === undefined ? {} : { route: wanted },
    draftKey: `cases.route:${record.id}`,
    onSubmit: async (value) => {
      await change.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done(`已改为${routeLabels[value.route]}`);
      onClose();
    },
  });
  return (
    <ActDrawer
      title="改变办理方式"
      about={`现在按“${routeLabels[record.route]}”办理：${routeAbouts[record.route]}已经核实的事实和证据都保留。`}
      onClose={onClose}
    >
      {open.length === 0 ? (
        <Alert
          type="info"
          showIcon
          title="现在这一步不能改变办理方式。"
          description="只有确认事实之后、告知本人之前可以改。已经告知的，请先重新确认事实，再改变办理方式。"
        />
      ) : (
        <ZodForm of={form}>
          <Field name="route" label="改为">
            <Ways
              of={routes
                .filter((route) => open.includes(route))
                .map((route) => ({ value: route, label: routeLabels[route], about: routeAbouts[route] }))}
            />
          </Field>
          <Field name="reason" label="理由" help="例如：拟给予处分，须立案调查。记入办理经过。">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} showCount />
          </Field>
          <FormActions submit="改变办理方式" onCancel={onClose} />
        </ZodForm>
      )}
    </ActDrawer>
  );
};
