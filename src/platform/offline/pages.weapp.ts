/** WeChat keeps a mini-program's packages on the phone by itself; a subpackage once opened is there. */
export const keepPages = (): void => undefined;

export const pagesKept = async (): Promise<boolean> => true;
