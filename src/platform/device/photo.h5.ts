import { Problem } from '@/domain/problem';
import { firstThatFits, type PhotoWish, sizeWithin } from './photo-size';

/**
 * A photo as base64 JPEG of at most so many bytes; undefined when the person gave up.
 * Errors: paper.notPicture, paper.size.
 */
export async function takePhoto(wish: PhotoWish): Promise<string | undefined> {
  const file = await chosenFile();
  if (file === undefined) return undefined;
  wish.chosen();
  const picture = await decoded(file);
  try {
    const { width, height } = sizeWithin(picture.naturalWidth, picture.naturalHeight, wish.longestSide);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const brush = canvas.getContext('2d');
    if (brush === null || width === 0) throw new Problem('paper.notPicture');
    brush.drawImage(picture, 0, 0, width, height);
    return await firstThatFits(
      wish,
      async (quality) => canvas.toDataURL('image/jpeg', quality / 100).split(',')[1] ?? ''
    );
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

/** A phone opens its camera, a computer its folders. Browsers before 2023 do not say that the person gave up. */
function chosenFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = 'image/*';
    field.setAttribute('capture', 'environment');
    field.style.display = 'none';
    const done = (file?: File): void => {
      field.remove();
      resolve(file);
    };
    field.onchange = () => done(field.files?.[0]);
    field.addEventListener('cancel', () => done());
    // iPhones forget a field that is nowhere on the page.
    document.body.append(field);
    field.click();
  });
}

function decoded(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => {
      URL.revokeObjectURL(picture.src);
      reject(new Problem('paper.notPicture'));
    };
    picture.src = URL.createObjectURL(file);
  });
}
