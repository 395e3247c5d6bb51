import type { FamilyRelation } from '@/domain/operations/account/family';
import { personId } from '../ids';
import type { SeedAccount, SeedPost } from '../types';

/** Residents who can be signed in as. The persons are those of `personaFamilies`, counted from 1 in their village. */
export function residentPersonas(village: string, phoneOf: () => string): SeedAccount[] {
  const person = (number: number, relation: 'self' | FamilyRelation) => ({
    personId: personId(village, number),
    relation,
  });
  return [
    {
      ...resident('resident', '韦水生', phoneOf()),
      note: '居民，在家务农兼打零工，替全家申报',
      persons: [person(1, 'self'), person(2, 'spouse'), person(3, 'child'), person(4, 'child'), person(5, 'parent')],
    },
    {
      ...resident('migrant', '潘志强', phoneOf()),
      note: '居民，在广东东莞务工，用手机申报',
      persons: [person(6, 'self'), person(7, 'spouse'), person(8, 'child')],
    },
    {
      ...resident('elder', '石春兰', phoneOf()),
      note: '女儿，替79岁、没有手机的母亲陆玉花申报',
      persons: [person(10, 'self'), person(9, 'parent')],
    },
  ];
}

function resident(persona: string, name: string, phone: string): Omit<SeedAccount, 'note' | 'persons'> {
  const post: SeedPost = {
    postId: `post-${persona}`,
    role: 'resident',
    title: '居民',
    organisation: '',
    languages: [],
    badgeNo: '',
    scopes: [],
  };
  return { accountId: `account-${persona}`, name, phone, persona, posts: [post] };
}
