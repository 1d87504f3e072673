import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { rules } from './rules.ts';
import { id, name, trustCode } from './values.ts';

const system = z.object({ name, kind: z.enum(['LMNS', 'ICB']) });
const newUnit = z.object({ name, kind: z.string().min(1), site: name.nullable() });

export const unit = z.object({ id, name, kind: z.string(), siteId: id.nullable() });
export const trust = z.object({
  id,
  code: trustCode,
  name: z.string(),
  isSample: z.boolean(),
  system: system.nullable(),
  /** True where imports drop names and keep staff numbers only. */
  dropsNames: z.boolean(),
  sites: z.array(z.object({ id, name: z.string() })),
  units: z.array(unit),
  staffGroups: z.array(z.object({ key: z.string(), name: z.string() })),
  bands: z.array(z.object({ key: z.string(), name: z.string() })),
});

export type Trust = z.infer<typeof trust>;
export type Unit = z.infer<typeof unit>;

export const newTrust = z.object({
  code: trustCode,
  name,
  system: system.nullable(),
  sites: z.array(name),
  units: z.array(newUnit),
});

const { TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN, STILL_USED } = refusals;

export const organisation = {
  ...rules,
  /** All trusts in this store, and the code of the one in view (null before the first). */
  overview: verb('view', 'none').output(z.object({ trusts: z.array(trust), inView: trustCode.nullable() })),
  addTrust: verb('change', 'figures').errors({ NAME_TAKEN }).input(newTrust).output(trust),
  renameTrust: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, name, system: system.nullable() }))
    .output(trust),
  /** Whether imports from now on drop names and keep staff numbers only. Names that are stored already stay. */
  dropNames: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, drop: z.boolean() }))
    .output(trust),
  /** Which trust the screens show; kept for the next start. */
  view: verb('view', 'none')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.null()),
  addSite: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NAME_TAKEN })
    .input(z.object({ trust: trustCode, name }))
    .output(trust),
  addUnit: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NAME_TAKEN })
    .input(newUnit.extend({ trust: trustCode }))
    .output(trust),
  changeUnit: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN })
    .input(newUnit.extend({ trust: trustCode, id }))
    .output(trust),
  removeUnit: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, STILL_USED })
    .input(z.object({ trust: trustCode, id }))
    .output(trust),
  addStaffGroup: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NAME_TAKEN })
    .input(z.object({ trust: trustCode, name }))
    .output(trust),
};
