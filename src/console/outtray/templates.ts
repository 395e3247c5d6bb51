type Template = 'reminder' | 'notice' | 'returned';

export const templates: { value: Template; label: string }[] = [
  { value: 'reminder', label: '填报提醒' },
  { value: 'notice', label: '公告通知' },
  { value: 'returned', label: '退回修改' },
];

export const isTemplate = (text: string | undefined): text is Template => templates.some(({ value }) => value === text);
