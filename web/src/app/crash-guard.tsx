import i18next from 'i18next';
import { Component, type ReactNode } from 'react';

/** A fault of ours, or a part that could not be loaded, becomes a sentence and a way on. */
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="lonely card stack" role="alert">
        <p>{i18next.t('problem.crashed')}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {i18next.t('problem.reload')}
        </button>
      </main>
    );
  }
}
