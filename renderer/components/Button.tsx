import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The one main action of a page is green; one that removes things is red. */
  kind?: 'main' | 'warning';
}

/** A button that says what it does. */
export function Button({ kind, className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`button ${kind ? `button--${kind}` : ''} ${className}`} {...rest} />;
}
