/** A browser window as wide as an office desk's: the console is for it, the phone's pages for the rest. */
export const atDesk = (): boolean => window.innerWidth >= 1024;
