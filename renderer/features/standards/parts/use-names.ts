import type { Names } from '../../../../shared/features/standards/describe.ts';
import { inForce } from '../../../../shared/features/standards/schema.ts';
import { citeOnScreen } from '../../../../shared/law/pack.ts';
import { useCall } from '../../../app/calls.ts';

/** How grounds and measures are called, once they are loaded; until then and for what is gone, in a word. */
export const useNames = (): Names => {
  const law = useCall('standards.law', {});
  const measures = useCall('standards.measures', {});
  return {
    ground: (code) => {
      const ground = law.data?.grounds.find(({ id }) => id === code);
      return ground ? citeOnScreen(inForce(ground).content) : '已不存在';
    },
    measure: (code) => {
      const measure = measures.data?.measures.find(({ id }) => id === code);
      return measure ? inForce(measure).content.name : '已不存在';
    },
  };
};
