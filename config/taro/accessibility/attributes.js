const elements = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'Picker', 'ScrollView', 'Switch', 'Label'];
const attributes = [
  'aria-role',
  'aria-label',
  'aria-live',
  'aria-checked',
  'aria-disabled',
  'aria-hidden',
  'aria-selected',
];

/** Which elements keep which aria attributes; an empty string means "as the page gives it". */
exports.ariaOf = () =>
  Object.fromEntries(elements.map((name) => [name, Object.fromEntries(attributes.map((key) => [key, '']))]));
