import { listOf, msg, num, plain } from '../../base/message.ts';
import { type CompiledParam, type ParamType, paramError } from './type.ts';

/** The failure for a value that is not among the allowed ones. */
export const notAllowed = (param: CompiledParam, value: string) => {
  const values = param.values ?? [];
  return paramError('badvalue-enumnotmulti', 'badvalue', param, value, [
    listOf(values.map(plain), 'text'),
    num(values.length),
  ]);
};

const parse: ParamType['parse'] = (value, param) => {
  if (!param.allowed?.has(value)) throw notAllowed(param, value);
  return value;
};

const help: ParamType['help'] = ({ values, spec }) => [
  msg('paramvalidator-help-type-enum', spec.multi ? 2 : 1, listOf((values ?? []).map(plain)), num(values?.length ?? 0)),
];

/** One of a list of values. */
export const enumeration: ParamType = {
  parse,
  values: (spec) => (spec.type === 'enum' ? spec.values : []),
  help,
};

/** The name of a module of a group. */
export const submodule: ParamType = {
  parse(value, param) {
    // A generator is looked up by the query module, which has its own code for unknown ones.
    if (param.spec.type === 'submodule' && param.spec.group === 'generator') return value;
    return parse(value, param, undefined as never);
  },
  values: (spec, submodules) => (spec.type === 'submodule' ? submodules(spec.group) : []),
  help,
};

/** Namespace numbers of MediaWiki without extensions. */
export const NAMESPACE_IDS: readonly number[] = Array.from({ length: 16 }, (_, index) => index);

/** A namespace number. */
export const namespace: ParamType = {
  parse,
  values: (spec) => {
    const extra = spec.type === 'namespace' ? (spec.extra ?? []) : [];
    return [...NAMESPACE_IDS, ...extra].map(String);
  },
  info: ({ spec }) =>
    spec.type === 'namespace' && spec.extra?.length
      ? { type: 'namespace', extranamespaces: [...spec.extra] }
      : { type: 'namespace' },
  help,
};
