import { linkTo } from '../shell/address';
import { countInWords } from './words';

interface FigureProps {
  value: number;
  /** The measure, as `office.peopleBehind` names it. */
  of: string;
  place: string;
  /** Red where it should be nought. */
  danger?: boolean;
}

/** A number that opens the list behind it. Nought has no list. */
export function Figure({ value, of, place, danger = false }: FigureProps) {
  if (value === 0) return <span className="yt-figure yt-figure--none">0</span>;
  return (
    <a
      className={`yt-figure at--figure-${of}-${place}${danger ? ' yt-figure--danger' : ''}`}
      href={linkTo({ at: 'people', figure: of, place })}
    >
      {countInWords(value)}
    </a>
  );
}
