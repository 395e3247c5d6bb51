/** What a screen reader is told about an element, written once for both ends. */
export interface Aria {
  role?:
    | 'button'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'group'
    | 'link'
    | 'tab'
    | 'tablist'
    | 'heading'
    | 'alert'
    | 'status'
    | 'img'
    | 'progressbar'
    | 'list'
    | 'listitem'
    | 'dialog'
    | 'switch'
    | 'navigation'
    | 'main';
  label?: string;
  live?: 'polite' | 'assertive';
  checked?: boolean;
  selected?: boolean;
  disabled?: boolean;
  hidden?: boolean;
}
