/**
 * The subscribe-message templates, once: which setting holds the id WeChat gave, and which place of the template
 * each of our texts goes to. The county picks them in WeChat's template library under 政务民生.
 */
interface Template {
  setting: 'WX_TEMPLATE_REMINDER' | 'WX_TEMPLATE_NOTICE' | 'WX_TEMPLATE_RETURNED';
  title: string;
  places: Readonly<Record<string, string>>;
}

export const templates = {
  reminder: {
    setting: 'WX_TEMPLATE_REMINDER',
    title: '就业信息申报提醒',
    places: { matter: 'thing1', deadline: 'time2', from: 'thing3', note: 'thing4' },
  },
  notice: {
    setting: 'WX_TEMPLATE_NOTICE',
    title: '公告通知',
    places: { title: 'thing1', from: 'thing2', date: 'time3' },
  },
  returned: {
    setting: 'WX_TEMPLATE_RETURNED',
    title: '填报退回提醒',
    places: { matter: 'thing1', reason: 'thing2', date: 'time3' },
  },
} as const satisfies Record<string, Template>;

export type MessageTemplate = keyof typeof templates;

export const allTemplates = Object.keys(templates) as MessageTemplate[];
