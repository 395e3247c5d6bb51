/**
 * Gives a text as a file to the person: to another app where the phone offers that, else as a download.
 * @returns what to tell him; undefined when he turned back
 */
export async function handOver(name: string, text: string): Promise<string | undefined> {
  const file = new File([text], name, { type: 'application/octet-stream' });
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: name });
      return '文件已交给您选的应用，请确认督导收到。';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    }
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return `已存为“${name}”，请发给督导。`;
}
