/**
 * Puts a text on the clipboard; answers whether it got there. To be called while a key or button is being pressed. The
 * desktop window is refused every permission, so it goes by the copying that belongs to the page itself.
 */
export const copyText = async (text: string): Promise<boolean> => {
  const clipboard = { reached: false };
  const onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    clipboard.reached = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    // Deprecated, and the only way that asks for no permission.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
  if (clipboard.reached) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
