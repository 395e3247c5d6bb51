/** WeChat shows phone pages, on whatever it runs. */
export const atDesk = (): boolean => false;
