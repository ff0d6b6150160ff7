import ConfigProvider from 'antd/es/config-provider';
import en from 'antd/es/locale/en_GB';
import vi from 'antd/es/locale/vi_VN';
import theme from 'antd/es/theme';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/vi';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';
import { useDark } from './use-media';

/** What antd's parts need around them. It stands only where they are used, so that other pages do not load them. */
export function Antd({ children }: { children: ReactNode }) {
  const dark = useDark();
  return (
    <ConfigProvider
      locale={useLanguage() === 'vi' ? vi : en}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorBgContainer: dark ? '#1b2027' : '#ffffff',
          colorBgElevated: dark ? '#232a33' : '#ffffff',
          colorPrimary: dark ? '#8cbaf4' : '#0b4a8f',
          colorTextLightSolid: dark ? '#0d1b2b' : '#ffffff',
          colorError: dark ? '#ff9f97' : '#a8201a',
          colorTextPlaceholder: dark ? '#a8b1bc' : '#525b66',
          colorTextTertiary: dark ? '#a8b1bc' : '#525b66',
          colorTextQuaternary: dark ? '#a8b1bc' : '#525b66',
          colorBorder: dark ? '#7f8a97' : '#7d8793',
          fontFamily: 'inherit',
          fontSize: 15,
          controlHeight: 40,
          borderRadius: 6,
        },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
