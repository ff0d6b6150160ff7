import { useLanguage } from './language';

interface Named {
  nameVi: string;
  nameEn: string | null;
}

interface Titled {
  titleVi: string;
  titleEn?: string | null;
}

/** Names as data carries them, in the page's language; Vietnamese where there is no other. */
export function useNames() {
  const language = useLanguage();
  return {
    nameOf: ({ nameVi, nameEn }: Named) => (language === 'en' && nameEn ? nameEn : nameVi),
    titleOf: ({ titleVi, titleEn }: Titled) => (language === 'en' && titleEn ? titleEn : titleVi),
  };
}
