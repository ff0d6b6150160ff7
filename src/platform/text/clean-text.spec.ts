import { cleanText } from './clean-text';

describe('text as it is kept', () => {
  it.each([
    ['\u200b', ''],
    ['\u202e\u2066 \ufeff', ''],
    ['\u200d\u200c', ''],
    ['\u202eSở\u200b Nội vụ\u00ad ', 'Sở Nội vụ'],
    ['Sở Nội vụ'.normalize('NFD'), 'Sở Nội vụ'],
    ['e\u200b\u0301', 'é'],
    ['👩‍💻 می‌خواهم', '👩‍💻 می‌خواهم'],
  ])('makes %j %j', (given, kept) => {
    expect(cleanText(given)).toBe(kept);
  });
});
