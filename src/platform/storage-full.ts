/** The storage has no room: nothing was changed. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';

  constructor() {
    super('本机存储已满，这一项没有存下。请清理微信缓存后再试。');
  }
}
