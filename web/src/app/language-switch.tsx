import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, useLanguage } from '../shared/i18n/language';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const chosen = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t('app.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          aria-label={t(`app.languages.${language}`)}
          onClick={() => void chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
