import { copyText } from '@/platform/device/clipboard';
import { network } from '@/platform/device/network';
import { canReadAloud, readAloud } from '@/platform/device/read-aloud';
import { canScan } from '@/platform/device/scan';
import { printDocument } from '@/platform/outward/print';
import { addressOf, share } from '@/platform/outward/share';
import { askForMessages } from '@/platform/outward/subscribe';

describe('in a browser', () => {
  it('the network is told when it goes and comes', () => {
    const told: boolean[] = [];
    let online = true;
    jest.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online);
    const stop = network.watch((now) => told.push(now));
    online = false;
    dispatchEvent(new Event('offline'));
    expect(network.online()).toBe(false);
    online = true;
    dispatchEvent(new Event('online'));
    stop();
    dispatchEvent(new Event('offline'));
    expect(told).toEqual([false, true]);
  });

  it('messages, scanning and reading aloud say that they cannot be had', async () => {
    expect(await askForMessages(['reminder'])).toEqual({ possible: false });
    expect([canScan(), canReadAloud()]).toEqual([false, false]);
    expect(() => readAloud('您上周工作了吗')).not.toThrow();
  });

  it('a page is shared by its address; where the clipboard is closed the person is told what to do', async () => {
    const card = { title: '致全县居民的一封信', page: '/resident/notice/index?id=n1' };
    expect(addressOf(card)).toBe('http://localhost/#/resident/notice/index?id=n1');
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
    expect(await share(card)).toBe('链接已复制，可以粘贴到微信群里。');
    expect(written).toEqual([`致全县居民的一封信 ${addressOf(card)}`]);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    expect(await copyText('x')).toBe(false);
    expect(await share(card)).toContain('地址栏');
  });

  it('a document is printed in a frame of its own that runs no script and is gone afterwards', async () => {
    const printing = printDocument('<!doctype html><h1>采集表</h1>');
    const frame = document.querySelector('iframe');
    const print = jest.fn();
    const view: { print(): void; focus(): void; onafterprint?: () => void } = { print, focus: () => undefined };
    Object.defineProperty(frame, 'contentWindow', { value: view });
    frame?.dispatchEvent(new Event('load'));
    expect(await printing).toBeUndefined();
    expect(print).toHaveBeenCalledTimes(1);
    expect(frame?.getAttribute('sandbox')).toBe('allow-same-origin allow-modals');
    view.onafterprint?.();
    expect(document.querySelector('iframe')).toBeNull();
  });
});
