/**
 * Prints a whole document (an A4 form, an evidence sheet) without leaving the page: in a frame of its own, so that
 * neither styles the other. Scripts in it do not run.
 * @param html a complete document, made by the domain's printable pages
 */
export function printDocument(html: string): Promise<string | undefined> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden';
  frame.srcdoc = html;
  return new Promise((resolve) => {
    frame.onload = () => {
      const view = frame.contentWindow;
      if (view === null) return;
      view.onafterprint = () => frame.remove();
      view.focus();
      view.print();
      resolve(undefined);
    };
    document.body.append(frame);
  });
}

export const canPrint = (): boolean => true;
