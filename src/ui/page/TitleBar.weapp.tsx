/** WeChat draws the title bar itself. */
export function TitleBar(_: { title: string }) {
  return null;
}
