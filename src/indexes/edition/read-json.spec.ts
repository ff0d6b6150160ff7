import fc from 'fast-check';
import { readEditionJson } from './read-json';

const index = { code: 'LOCAL', nameVi: 'Chỉ số', nameEn: 'Index' };

/** Values that break code which trusts its input. */
const nasty = fc.constantFrom<unknown>(
  null,
  [],
  {},
  [null],
  [[]],
  { toString: 1, valueOf: 1 },
  '',
  'NaN',
  -1,
  1e308,
  true,
  '\u0000',
);
const key = fc.constantFrom(
  'index',
  'year',
  'totals',
  'fields',
  'code',
  'level',
  'nameVi',
  'maxPoints',
  'rule',
  'type',
  'tiers',
  'children',
  'criteria',
  'components',
  'byMethod',
  'quantity',
  'baselineYear',
  'method',
  'toString',
  '__proto__',
);
const { body } = fc.letrec((tie) => ({
  body: fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  value: fc.oneof(
    { depthSize: 'small' },
    nasty,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('body'),
    fc.string(),
  ),
}));

describe('a set of criteria in JSON', () => {
  it('answers any nonsense with faults that name a place', () => {
    fc.assert(
      fc.property(fc.oneof(body, nasty), (nonsense) => {
        const { faults } = readEditionJson(nonsense, index);
        expect(faults.length).toBeGreaterThan(0);
        for (const { path, texts } of faults) expect([path, texts.vi, texts.en]).not.toContain('');
      }),
    );
  });

  it('is limited in size', () => {
    const fields = Array.from({ length: 2_001 }, (_, n) => ({
      code: `${n}`,
      nameVi: 'Lĩnh vực',
      maxPoints: 1,
    }));
    const { faults } = readEditionJson({ year: 2024, fields }, index);
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['fields too_many']);
  });
});
