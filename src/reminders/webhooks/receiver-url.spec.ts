import { whyNot } from './receiver-address';
import { receiverUrl } from './receiver-url';

const codeOf = (url: string, mayBeLoopback = false) => {
  try {
    receiverUrl(url, { mayBeLoopback });
    return 'taken';
  } catch (error) {
    return (error as { fields: { code: string }[] }).fields[0].code;
  }
};

describe('the address of a receiver', () => {
  it.each([
    ['https://par.langson.gov.vn/hook?x=1', 'taken'],
    ['http://10.1.2.3:8080/hook', 'taken'],
    ['http://vanban.noibo/hook', 'taken'],
    ['http://8.8.8.8/hook', 'receiver_unencrypted'],
    ['https://8.8.8.8/hook', 'taken'],
    ['ftp://par.example.vn/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['par.example.vn', 'scheme'],
    ['https://user:secret@par.example.vn/', 'credentials'],
    ['https://user@par.example.vn/', 'credentials'],
    ['https://par.example.vn/#part', 'fragment'],
    ['https://par.example.vn/#', 'fragment'],
    ['https://127.0.0.1/', 'receiver_forbidden'],
    ['https://localhost/', 'receiver_forbidden'],
    ['https://a.localhost./', 'receiver_forbidden'],
    ['https://[::1]/', 'receiver_forbidden'],
    ['https://0/', 'receiver_forbidden'],
    ['http://169.254.169.254/latest/meta-data', 'receiver_forbidden'],
    ['https://[fe80::1]/', 'receiver_forbidden'],
  ])('%s: %s', (url, outcome) => {
    expect(codeOf(url)).toBe(outcome);
  });

  it('may be this machine where that is allowed, but never link-local or metadata', () => {
    expect(['http://localhost:8080/', 'http://[::1]:8080/'].map((url) => codeOf(url, true))).toEqual([
      'taken',
      'taken',
    ]);
    expect(codeOf('http://169.254.169.254/', true)).toBe('receiver_forbidden');
  });

  it.each([
    '0.0.0.0',
    '::',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '100.100.100.200',
    'fd00:ec2::254',
    '64:ff9b::7f00:1',
    '255.255.255.255',
    '224.0.0.1',
    'ff02::1',
  ])('%s is forbidden however it came', (address) =>
    expect(whyNot('https:', address, true)).toBe('receiver_forbidden'),
  );

  it.each(['192.168.1.5', '172.31.0.1', 'fd12::1', '::ffff:10.0.0.1'])('%s is a private network', (address) =>
    expect(whyNot('http:', address, false)).toBeNull(),
  );

  it.each(['172.32.0.1', '100.64.0.1', '2001:4860:4860::8888'])('%s is not', (address) =>
    expect(whyNot('http:', address, false)).toBe('receiver_unencrypted'),
  );
});
