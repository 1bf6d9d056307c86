// Keeps what fails in one part of the page from taking the rest with it.
import { Component, type ReactNode } from "react";

interface Guarded {
  children: ReactNode;
  /** What is shown instead. Where `resetBy` changes (an address), it is tried again. */
  failed: (error: unknown) => ReactNode;
  resetBy?: string;
}

export class Boundary extends Component<Guarded, { error?: unknown; failedAt?: string | undefined }> {
  override state: { error?: unknown; failedAt?: string | undefined } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: Guarded) {
    if (this.state.error !== undefined && before.resetBy !== this.props.resetBy) this.setState({ error: undefined });
  }

  override render() {
    return this.state.error === undefined ? this.props.children : this.props.failed(this.state.error);
  }
}
