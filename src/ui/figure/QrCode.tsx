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

/** Drawn as an image address, so that it needs no canvas and prints sharply. */
export function QrCode({ text, label }: QrCodeProps) {
  const source = useMemo(() => qrSource(text), [text]);
  return (
    <View className="yt-qr">
      <Image className="yt-qr__image" src={source} {...aria({ role: 'img', label: `二维码：${label}` })} />
      <Text className="yt-qr__label">{label}</Text>
    </View>
  );
}

export const qrSource = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { ecc: 'M', border: 2, pixelSize: 8 }))}`;
