/** The anti-forgery token; over TLS its cookie's name begins with `__Host-`. */
export function xsrfToken(cookies = document.cookie): string | null {
  const match = /(?:^|;\s*)__Host-XSRF-TOKEN=([^;]*)/.exec(cookies) ?? /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(cookies);
  return match ? decodeURIComponent(match[1]!) : null;
}
