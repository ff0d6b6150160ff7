import { searchParts } from './search-words';

describe('the words of a search', () => {
  it.each([
    ['kế hoạch', ['kế', 'hoạch']],
    ['  kế   hoạch  kế ', ['kế', 'hoạch']],
    ['"kế  hoạch" năm', ['kế hoạch', 'năm']],
    ['“một cửa” liên thông', ['một cửa', 'liên', 'thông']],
    ['năm"một cửa"', ['năm', 'một cửa']],
    ['một "cửa liên', ['một', 'cửa', 'liên']],
    ['""', ['""']],
    ['" "', ['" "']],
    ['12/KH-UBND 50%', ['12/KH-UBND', '50%']],
  ])('%s', (text, parts) => {
    expect(searchParts(text)).toEqual(parts);
  });
});
