import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from './Icon';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
  kind?: Kind;
  icon?: IconName;
  small?: boolean;
  /** What it says; without, an icon alone, which an `aria-label` names. */
  label?: ReactNode;
}

function className(kind: Kind, small: boolean | undefined, extra?: string): string {
  return `button button-${kind}${small ? ' button-small' : ''}${extra ? ` ${extra}` : ''}`;
}

export function Button({ kind = 'plain', icon, small, label, className: extra, type = 'button', ...rest }: Look & Omit<ComponentProps<'button'>, 'children'>) {
  return (
    <button type={type} className={className(kind, small, extra)} {...rest}>
      {icon && <Icon name={icon} size={16} />}
      {label && <span>{label}</span>}
    </button>
  );
}

export function ButtonLink({ kind = 'plain', icon, small, label, className: extra, ...rest }: Look & Omit<LinkProps, 'children'>) {
  return (
    <Link className={className(kind, small, extra)} {...rest}>
      {icon && <Icon name={icon} size={16} />}
      {label && <span>{label}</span>}
    </Link>
  );
}

/** A file to save; its name is the server's unless one is given. */
export function DownloadLink({ kind = 'plain', icon, small, label, className: extra, download = true, ...rest }: Look & Omit<ComponentProps<'a'>, 'children'>) {
  return (
    <a className={className(kind, small, extra)} download={download} {...rest}>
      {icon && <Icon name={icon} size={16} />}
      <span>{label}</span>
    </a>
  );
}
