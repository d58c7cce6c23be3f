import { z } from 'zod';

/** Rights by group: which are granted (true) or taken away (false). A list grants what it names. */
export const permissions = z.record(
  z.string().min(1),
  z
    .union([z.array(z.string().min(1)), z.record(z.string().min(1), z.boolean())])
    .transform((given) => (Array.isArray(given) ? Object.fromEntries(given.map((right) => [right, true])) : given)),
);

/** Rights by group, in the long form. */
export type Permissions = z.output<typeof permissions>;

const grant = (rights: string): Record<string, boolean> =>
  Object.fromEntries(rights.split(/\s+/).map((right) => [right, true]));

/** Rights of the groups of a new MediaWiki 1.39. */
export const defaultPermissions: Permissions = {
  '*': grant(
    'createaccount createpage createtalk edit editmyoptions editmyprivateinfo editmywatchlist read viewmyprivateinfo ' +
      'viewmywatchlist writeapi',
  ),
  user: grant(
    'applychangetags changetags createpage createtalk edit editcontentmodel editmyusercss editmyuserjs ' +
      'editmyuserjson editmyuserjsredirect minoredit move move-categorypages move-rootuserpages move-subpages ' +
      'movefile purge read reupload reupload-shared sendemail upload writeapi',
  ),
  autoconfirmed: grant('autoconfirmed editsemiprotected'),
  bot: grant('apihighlimits autoconfirmed autopatrol bot editsemiprotected nominornewtalk suppressredirect writeapi'),
  sysop: grant(
    'apihighlimits autoconfirmed autopatrol bigdelete block blockemail browsearchive createaccount delete ' +
      'deletechangetags deletedhistory deletedtext editinterface editprotected editsemiprotected editsitejson ' +
      'edituserjson import importupload ipblock-exempt managechangetags markbotedits mergehistory move movefile ' +
      'move-categorypages move-rootuserpages move-subpages noratelimit patrol protect reupload reupload-shared ' +
      'rollback suppressredirect unblockself undelete unwatchedpages upload',
  ),
  'interface-admin': grant('editinterface editsitecss editsitejs editsitejson editusercss edituserjs edituserjson'),
  bureaucrat: grant('noratelimit userrights'),
  suppress: grant('deletelogentry deleterevision hideuser suppressionlog suppressrevision viewsuppressed'),
};

/** Given rights join the default ones of the same group; `false` takes one away. */
export const mergePermissions = (fallback: Permissions, given: Permissions): Permissions => {
  const merged: Permissions = { ...fallback };
  for (const [name, rights] of Object.entries(given)) merged[name] = { ...merged[name], ...rights };
  return merged;
};

const name = z.string().min(1);

/** For each group the groups whose membership it may change; true = all groups. */
export const groupChanges = z
  .record(name, z.union([z.literal(true), z.array(name)]))
  .describe('for each group a list of groups, or true for all');
