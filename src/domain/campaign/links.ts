/** Pages of the mini-program that a message, a share card or a code picture opens. The routes of the client hold them all. */
export const linkedPages = {
  home: 'resident/home/index',
  declare: 'resident/declare/index',
  notice: 'resident/notice/index',
  invitation: 'resident/invitation/index',
  slip: 'resident/slip/index',
  badge: 'resident/badge/index',
} as const;

export const noticeLink = (noticeId: string): string => `/${linkedPages.notice}?id=${noticeId}`;

/** The code is a one-time one and useless without the telephone number on the staff list. */
export const postLink = (code: string): string => `/${linkedPages.invitation}?code=${code}`;

/** Opens the form of the person reminded; the ids say nothing to anybody else. */
export const reminderLink = (personId: string, reminderId: string): string =>
  `${linkedPages.declare}?person=${personId}&reminder=${reminderId}`;
