import { pathOf } from '@/ui/field/AreaField';

const tree = [
  {
    code: '522732',
    name: '三都水族自治县',
    children: [{ code: '522732001', name: '三合街道', children: [{ code: '522732001201', name: '尧吕村' }] }],
  },
  { code: '522701', name: '都匀市' },
];
const names = (codes: string[]) => pathOf(tree, codes).map(({ name }) => name);

test.each([
  [
    ['522732', '522732001', '522732001201'],
    ['三都水族自治县', '三合街道', '尧吕村'],
  ],
  [['522701'], ['都匀市']],
  [['522732', '999'], ['三都水族自治县']],
  [['999'], []],
  [[], []],
])('%j are %j', (codes, expected) => expect(names(codes)).toEqual(expected));
