import { type ThemeConfig, theme } from 'antd';

/** Ant Design as Chinese offices know it, dense, in our colours. */
export const consoleTheme: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    colorPrimary: '#2F4AA0',
    colorLink: '#2F4AA0',
    colorInfo: '#2F4AA0',
    colorError: '#B3261E',
    colorWarning: '#C8932B',
    colorSuccess: '#1F6B45',
    colorTextBase: '#1C2333',
    // Ant Design's own greys fall short of 4.5:1 on white.
    colorTextSecondary: '#5B6475',
    colorTextTertiary: '#667085',
    colorTextDescription: '#5B6475',
    colorTextPlaceholder: '#6B7488',
    colorTextDisabled: '#6B7488',
    colorBgLayout: '#F3F5F9',
    // The palette made from indigo turns grey in its lightest steps.
    colorPrimaryBg: '#EEF1FA',
    colorPrimaryBgHover: '#DFE5F5',
    colorInfoBg: '#EEF1FA',
    colorErrorBg: '#FCEFEE',
    colorWarningBg: '#FBF5E8',
    colorSuccessBg: '#EBF5EF',
    controlItemBgActive: '#EEF1FA',
    borderRadius: 6,
    // The compact algorithm takes two off: 14 px in tables.
    fontSize: 16,
    fontFamily: "system-ui, -apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
  },
  components: {
    Layout: { headerBg: '#FFFFFF', headerHeight: 52, headerPadding: '0 20px', siderBg: '#FFFFFF' },
    Menu: { itemHeight: 38, itemSelectedBg: '#EEF1FA' },
    Table: { headerBg: '#EEF1FA' },
  },
};

/** Series colours for charts: apart from each other in grey print too. */
export const chartColors = ['#2F4AA0', '#C8932B', '#1F6B45', '#7A8BBF', '#8A5A2B', '#667085'];
