import { Image, Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import { aria } from '../access/attributes';
import './figure.scss';

interface QrCodeProps {
  /** An address or a number; never anything about a person. */
  text: string;
  /** What scanning it does, under it and for those who cannot see it. */
  label: string;
}

interface PictureCodeProps {
  /** data: address of a code that the cloud drew. */
  picture: string;
  label: string;
}

export function PictureCode({ picture, label }: PictureCodeProps) {
  return (
    <View className="yt-qr">
      <Image className="yt-qr__image" src={picture} {...aria({ role: 'img', label: `二维码：${label}` })} />
      <Text className="yt-qr__label">{label}</Text>
    </View>
  );
}

/** Drawn as an image address, so that it needs no canvas and prints sharply. */
export function QrCode({ text, label }: QrCodeProps) {
  return <PictureCode picture={useMemo(() => qrSource(text), [text])} label={label} />;
}

export const qrSource = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { ecc: 'M', border: 2, pixelSize: 8 }))}`;
