import { freshId, type Permission, permissionRoles, permissionTypes } from '../model/book.ts';
import { badRequest, notAllowed, permissionNotFound } from './errors.ts';

/** Whoever keeps the spreadsheet on this machine. It's in every list and can't be taken out of it. */
const OWNER: Permission = { id: 'owner', type: 'user', role: 'owner', emailAddress: 'owner@localhost' };

/** What a client asks for; nothing of it is sure. */
export type Wanted = { role?: unknown; type?: unknown; emailAddress?: unknown; domain?: unknown };

/** Everybody who may use a file, its owner first. */
export const everybody = (shared: readonly Permission[]): readonly Permission[] => [OWNER, ...shared];

/**
 * Shares with one more; whoever is there already gets the new role.
 * @throws DriveError 400 for what can't be shared so
 */
export function share(
  shared: readonly Permission[],
  wanted: Wanted,
  random: () => number,
): { readonly shared: readonly Permission[]; readonly permission: Permission } {
  const type = permissionTypes.find((each) => each === wanted.type);
  if (!type) throw badRequest('The permission type field is required: user, group, domain or anyone.');
  const whom = whomOf(type, wanted);
  const old = shared.find(
    (each) => each.type === type && each.emailAddress === whom.emailAddress && each.domain === whom.domain,
  );
  const id = old?.id ?? (type === 'anyone' ? 'anyoneWithLink' : freshPermissionId(shared, random));
  const permission: Permission = { id, type, role: roleOf(wanted.role), ...whom };
  return { shared: [...shared.filter((each) => each !== old), permission], permission };
}

/** @throws DriveError 404 when there's no such permission, 403 for the owner's */
export function withRole(
  shared: readonly Permission[],
  id: string,
  role: unknown,
): { readonly shared: readonly Permission[]; readonly permission: Permission } {
  const permission = { ...sharedOne(shared, id), role: roleOf(role) };
  return { shared: shared.map((each) => (each.id === id ? permission : each)), permission };
}

/** @throws DriveError 404 when there's no such permission, 403 for the owner's */
export function unshare(shared: readonly Permission[], id: string): readonly Permission[] {
  const gone = sharedOne(shared, id);
  return shared.filter((each) => each !== gone);
}

function sharedOne(shared: readonly Permission[], id: string): Permission {
  if (id === OWNER.id) throw notAllowed();
  const found = shared.find((each) => each.id === id);
  if (!found) throw permissionNotFound(id);
  return found;
}

function whomOf(
  type: Permission['type'],
  { emailAddress, domain }: Wanted,
): Pick<Permission, 'emailAddress' | 'domain'> {
  switch (type) {
    case 'user':
    case 'group':
      if (typeof emailAddress === 'string' && emailAddress.includes('@')) return { emailAddress };
      throw badRequest('The specified emailAddress is invalid or not applicable for the given permission type.');
    case 'domain':
      if (typeof domain === 'string' && domain !== '') return { domain };
      throw badRequest('The specified domain is invalid or not applicable for the given permission type.');
    case 'anyone':
      return {};
  }
}

function roleOf(wanted: unknown): Permission['role'] {
  const role = permissionRoles.find((each) => each === wanted);
  if (!role) throw badRequest('The permission role field is required: reader, commenter or writer.');
  if (role === 'owner') throw badRequest('The owner of a spreadsheet on this machine cannot be changed.');
  return role;
}

const freshPermissionId = (shared: readonly Permission[], random: () => number): string =>
  String(freshId(random, (id) => shared.some((each) => each.id === String(id))));
