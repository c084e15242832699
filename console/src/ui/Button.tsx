import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from './Icon';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
  kind?: Kind;
  icon?: IconName;
  small?: boolean;
  children?: ReactNode;
}

function className(kind: Kind, small: boolean | undefined, extra?: string): string {
  return `button button-${kind}${small ? ' button-small' : ''}${extra ? ` ${extra}` : ''}`;
}

export function Button({ kind = 'plain', icon, small, children, className: extra, type = 'button', ...rest }: Look & ComponentProps<'button'>) {
  return (
    <button type={type} className={className(kind, small, extra)} {...rest}>
      {icon && <Icon name={icon} size={16} />}
      {children && <span>{children}</span>}
    </button>
  );
}

export function ButtonLink({ kind = 'plain', icon, small, children, className: extra, ...rest }: Look & LinkProps) {
  return (
    <Link className={className(kind, small, extra)} {...rest}>
      {icon && <Icon name={icon} size={16} />}
      {children && <span>{children}</span>}
    </Link>
  );
}

/** A file to save; its name is the server's unless one is given. */
export function DownloadLink({ kind = 'plain', icon, small, children, className: extra, download = true, ...rest }: Look & ComponentProps<'a'>) {
  return (
    <a className={className(kind, small, extra)} download={download} {...rest}>
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </a>
  );
}
