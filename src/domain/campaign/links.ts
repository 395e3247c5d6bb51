/** Pages of the mini-program that a message, a share card or a code picture opens. The routes of the client hold them all. */
export const linkedPages = {
  home: 'resident/home/index',
  notice: 'resident/notice/index',
  post: 'resident/post/index',
} as const;

export const noticeLink = (noticeId: string): string => `/${linkedPages.notice}?noticeId=${noticeId}`;

/** The code is a one-time one and useless without the telephone number on the staff list. */
export const postLink = (code: string): string => `/${linkedPages.post}?code=${code}`;

/** Opens the form of the person reminded. */
export const reminderLink = (reminderId: string): string => `${linkedPages.home}?reminderId=${reminderId}`;
