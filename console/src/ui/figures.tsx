import type { Figure } from '../cases/types';
import { t } from '../i18n/text';
import { Segments } from './Segments';
import { numberText } from './text';

/** A figure as the reader may see it: whole, in tens, or only that there are few. */
export function FigureText({ figure }: { figure: Figure | null }) {
  if (figure === null) return <>–</>;
  if (figure.value === null) return <bdi dir="ltr">{t('cases.few')}</bdi>;
  return figure.exact ? numberText(figure.value) : <bdi dir="ltr">≈ {numberText(figure.value)}</bdi>;
}

interface CellsProps<C extends string> {
  columns: readonly C[];
  figures: Record<C, Figure | null>;
  words: (column: C) => string;
}

/** The cells of one row of figures. */
export function FigureCells<C extends string>({ columns, figures, words }: CellsProps<C>) {
  return columns.map((each) => (
    <td key={each} className="number" data-label={words(each)}>
      <FigureText figure={figures[each]} />
    </td>
  ));
}

interface YearProps {
  label: string;
  present: number;
  /** How many years there are to choose from, the present one among them. */
  count: number;
  chosen: number;
  onChoose: (year: number) => void;
}

/** The year that figures are of. */
export function YearChoice({ label, present, count, chosen, onChoose }: YearProps) {
  return <Segments label={label} of={Array.from({ length: count }, (_, back) => present - back)} chosen={chosen} words={(each) => each} onChoose={onChoose} />;
}
