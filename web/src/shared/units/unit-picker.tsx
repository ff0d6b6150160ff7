import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Select from 'antd/es/select';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { useNames } from '../i18n/names';
import { useLater } from '../ui/use-later';

/** A unit of today, found by typing a part of its name or code; diacritics do not matter. */
export function UnitPicker({ unitId, onChange }: { unitId: string; onChange: (unitId: string) => void }) {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const id = useId();
  const [typed, setTyped] = useState('');
  const q = useLater(typed, 250);
  const found = useQuery({
    queryKey: ['units', q],
    queryFn: ({ signal }) => get('/api/v1/units', { query: { q: q || undefined, limit: 50 }, signal }),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['unit', unitId],
    queryFn: ({ signal }) => get('/api/v1/units/{id}', { places: { id: unitId }, signal }),
    enabled: unitId !== '',
    staleTime: 300_000,
  });
  const units = found.data?.items ?? [];
  const listed = chosen.data && !units.some(({ id }) => id === unitId) ? [chosen.data, ...units] : units;
  return (
    <div className="field">
      <label htmlFor={id}>{t('tasks.unit')}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        placeholder={t('tasks.unitAll')}
        notFoundContent={t('tasks.unitNone')}
        value={unitId || undefined}
        options={listed.map((unit) => ({ value: unit.id, label: nameOf(unit) }))}
        onChange={(value?: string) => onChange(value ?? '')}
      />
    </div>
  );
}
