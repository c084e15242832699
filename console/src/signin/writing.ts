type Control = HTMLInputElement | HTMLTextAreaElement;

let typed: Control | null = null;

/** Notes in which form somebody typed last; returns how to stop. */
export function watchWriting(): () => void {
  const note = (event: Event) => {
    const control = event.target as Control;
    if (control.form) typed = control;
  };
  document.addEventListener('input', note, true);
  return () => document.removeEventListener('input', note, true);
}

/** Whether a form is open in which somebody typed something. */
export function isWriting(): boolean {
  return Boolean(typed?.isConnected);
}
