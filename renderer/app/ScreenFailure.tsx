import { Component, type ReactNode } from 'react';
import { copyText } from '../components/copy-table.ts';

/** Stands in for a screen that could not be drawn: the data are safe in the store, and the details can be copied. */
export class ScreenFailure extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="frame__main">
        <h1 className="page__title">This screen could not be shown</h1>
        <p role="alert">
          What you saved is safe in the store. Go back to the start; if it happens again, copy the details and send them
          to whoever looks after the planner.
        </p>
        <p>
          <button type="button" className="button button--main" onClick={() => this.setState({ error: null })}>
            Show the screen again
          </button>{' '}
          <button
            type="button"
            className="button"
            onClick={() => copyText(`${error.name}: ${error.message}\n${error.stack ?? ''}`)}
          >
            Copy details
          </button>
        </p>
      </main>
    );
  }
}
