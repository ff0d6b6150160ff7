import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 719px)');
const dark = window.matchMedia('(prefers-color-scheme: dark)');

function useMedia(media: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => media.matches,
  );
}

export function usePhone(): boolean {
  return useMedia(phone);
}

export function useDark(): boolean {
  return useMedia(dark);
}
