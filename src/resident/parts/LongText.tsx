import { Text, View } from '@tarojs/components';
import { Card } from '@/ui';

interface LongTextProps {
  sections: readonly { heading: string; paragraphs: readonly string[] }[];
}

/** A text a person has to read before agreeing: heading by heading, nothing folded away. */
export function LongText({ sections }: LongTextProps) {
  return (
    <View>
      {sections.map(({ heading, paragraphs }) => (
        <Card key={heading} title={heading}>
          {paragraphs.map((paragraph) => (
            <View key={paragraph}>
              <Text>{paragraph}</Text>
            </View>
          ))}
        </Card>
      ))}
    </View>
  );
}
