import type { ReactNode } from 'react';
import './notes.css';

/** Why a list is empty, and what to do about it. */
export function Empty({ why, help, children }: { why: string; help: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{why}</p>
      <p className="muted">{help}</p>
      {children}
    </div>
  );
}
