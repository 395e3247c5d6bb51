import Taro from '@tarojs/taro';
import { Problem } from '@/domain/problem';
import { firstThatFits, type PhotoWish, sizeWithin } from './photo-size';

/**
 * A photo as base64 JPEG of at most so many bytes; undefined when the person gave up.
 * Errors: paper.camera, paper.notPicture, paper.size.
 */
export async function takePhoto(wish: PhotoWish): Promise<string | undefined> {
  const path = await chosenFile();
  if (path === undefined) return undefined;
  wish.chosen();
  const { width, height } = await Taro.getImageInfo({ src: path }).catch(() => {
    throw new Problem('paper.notPicture');
  });
  const size = sizeWithin(width, height, wish.longestSide);
  return firstThatFits(wish, async (quality) => {
    const made = { src: path, quality, compressedWidth: size.width, compressedHeight: size.height };
    const { tempFilePath } = await Taro.compressImage(made).catch(() => {
      throw new Problem('paper.notPicture');
    });
    return base64Of(tempFilePath);
  });
}

async function chosenFile(): Promise<string | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    return tempFiles[0]?.tempFilePath;
  } catch (error) {
    const said = typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : '';
    if (/cancel/i.test(said)) return undefined;
    throw new Problem('paper.camera');
  }
}

function base64Of(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(typeof data === 'string' ? data : ''),
      fail: () => reject(new Problem('paper.notPicture')),
    });
  });
}
