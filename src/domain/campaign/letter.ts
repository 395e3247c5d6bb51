/** What a letter or notice is filled with. Names of places are as people say them: 三都县, 中和镇, 中海村. */
export interface LetterFields {
  county: string;
  /** The issuing place when it is not the county itself. */
  town?: string;
  village?: string;
  issuer: string;
  /** The document the work is done by. */
  document: { title: string; number: string };
  collector: string;
  /** YYYY-MM-DD. */
  startsOn: string;
  endsOn: string;
  /** Where to call back and check an enumerator's card. */
  callback: string;
  /** Names and card numbers, when this place's are known. */
  enumerators?: readonly { name: string; badgeNo: string }[];
}

export type LetterKind = 'letter' | 'notice' | 'board';

export interface Letter {
  kind: LetterKind;
  title: string;
  issuer: string;
  content: { greeting: string; paragraphs: string[]; callback: string };
  channels: { channel: string; words: string }[];
}

/** A draft to be changed before it goes up: who, why, what, when, how, secrecy, duty, thanks (domain facts §10). */
export function draftLetter(kind: LetterKind, fields: LetterFields): Letter {
  const place = fields.village ?? fields.town ?? fields.county;
  return {
    kind,
    title: titles[kind](place, fields),
    issuer: fields.issuer,
    content: {
      greeting: kind === 'board' ? '' : `${place}的父老乡亲：`,
      paragraphs: paragraphs[kind](place, fields),
      callback: `核实采集员身份、咨询和投诉：${fields.callback}`,
    },
    channels: channels(place, fields),
  };
}

const titles: Record<LetterKind, (place: string, fields: LetterFields) => string> = {
  letter: (place, { village, town }) => `致${village || town ? `${place}全体` : '全县'}居民的一封信`,
  notice: (place) => `关于在${place}采集就业信息的通知`,
  board: (place) => `${place}就业信息采集公示`,
};

const paragraphs: Record<LetterKind, (place: string, fields: LetterFields) => string[]> = {
  letter: (_, fields) => [
    who(fields),
    '采集这些信息，是为了摸清全县劳动力就业、失业和培训需求，好为您介绍工作、安排免费培训、落实就业补贴和社保政策。在外务工的乡亲同样在内。',
    '采集的内容有四项：基本情况、就业失业情况、职业技能、求职和培训愿望。未满16周岁的孩子和不再劳动的老人只需回答几个问题。请准备好户口本或身份证。',
    how(fields),
    secrecy,
    duty,
    '给您添麻烦了。感谢您的理解和支持，祝您全家安康！',
  ],
  notice: (place, fields) => [who(fields), `${place}的采集时间：${when(fields)}。`, how(fields), secrecy, duty],
  board: (_, fields) => [who(fields), `采集时间：${when(fields)}。`, how(fields), secrecy],
};

function who({ county, document, collector }: LetterFields): string {
  return `按照《${document.title}》${document.number}，${county}对全县户籍人口采集就业信息。采集工作由${collector}承担，村干部带领采集员进行。`;
}

function how(fields: LetterFields): string {
  const cards = (fields.enumerators ?? []).map(({ name, badgeNo }) => `${name}（工作证${badgeNo}）`).join('、');
  const named = cards === '' ? '采集员佩戴工作证，' : `采集员：${cards}。`;
  return `${when(fields)}，您可以在微信小程序里自己填报，也可以等采集员上门或打电话询问。${named}您可以要求查看证件，或拨打下面的电话核实。采集不收任何费用，不会要您的银行卡号、密码和验证码。`;
}

const secrecy =
  '您的信息受法律保护。我们加密保存，只用于就业服务和统计，不对外公开，不用于商业；谁查看过、为什么查看，您都可以在小程序里看到。';
const duty = '请您如实、完整填报，对自己和家人的信息负责。信息有变化或填错了，随时可以更正。';

function channels(place: string, fields: LetterFields): { channel: string; words: string }[] {
  const until = spoken(fields.endsOn);
  return [
    { channel: '村务公开栏', words: `张贴本信和小程序二维码，${until}前保持完好。` },
    {
      channel: '广播',
      words: `乡亲们，${place}正在采集就业信息，到${until}为止。在外打工的，请家里人帮忙转告，用微信就能填。有疑问请打${fields.callback}。`,
    },
    {
      channel: '微信群',
      words: `${place}就业信息采集开始了，点开就能填，几分钟填完，在外务工的也要填。${until}截止。`,
    },
    { channel: '赶场天', words: '在场口摆咨询台，带二维码和纸质表，帮老人现场填报。' },
    { channel: '春节返乡', words: '趁在外务工的乡亲回家过年，入户时一并采集，优先安排在腊月和正月。' },
  ];
}

function when({ startsOn, endsOn }: LetterFields): string {
  return `${spoken(startsOn)}至${spoken(endsOn)}`;
}

function spoken(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
