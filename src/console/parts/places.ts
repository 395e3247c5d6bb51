import { findDivision, isEditionId, towns, villages } from '@/domain/divisions';

export interface PlaceNode {
  value: string;
  title: string;
  children?: PlaceNode[];
}

/** What of the county a post may look at, as a tree: its places and all below them. */
export function placeTree(
  scopes: readonly { code: string; name: string }[],
  edition: string,
  countyName: string
): PlaceNode[] {
  const known = isEditionId(edition) ? edition : undefined;
  const townNode = ({ code, name }: { code: string; name: string }): PlaceNode => ({
    value: code,
    title: name,
    children: villages(known, code).map((village) => ({ value: village.code, title: village.name })),
  });
  return [...new Map(scopes.map((scope) => [scope.code, scope])).values()].map(({ code, name }) => {
    if (code.length === 6) return { value: code, title: countyName, children: towns(known).map(townNode) };
    return code.length === 9 ? townNode({ code, name }) : { value: code, title: name };
  });
}

/** The place itself and those it lies in, from the widest down: 三都县 › 中和镇 › 中海村. */
export function placePath(code: string, edition: string, countyName: string): { code: string; name: string }[] {
  const known = isEditionId(edition) ? edition : undefined;
  return [6, 9, 12]
    .filter((digits) => digits <= code.length)
    .map((digits) => code.slice(0, digits))
    .map((part) => ({ code: part, name: part.length === 6 ? countyName : (findDivision(part, known)?.name ?? part) }));
}
