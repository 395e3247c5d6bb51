/** The class by which a test finds a control in the built mini-program, where there are no test ids. */
export const at = (name: string | undefined): string => (name ? `at--${name}` : '');
