import { places } from '@/domain/access';
import { formNamed } from '@/domain/forms';
import { type FormMode, formModes } from '@/domain/operations/collecting/collect';
import { comparisons as operation } from '@/domain/operations/collecting/comparison';
import { partsOf } from '../../people/scope';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { knownPlace, placeName } from '../../runtime/places';
import { type ComparisonRow, comparisonsIn, openComparisonsIn } from '../../store/queries/field/comparisons';
import { isOwn } from './beside';

/** What waits for a human choice, newest first. */
export const comparisons = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, state, cursor, limit }, { db, actor, services }) {
    const { level } = knownPlace(services.county, divisionCode);
    const parts = level === 'village' ? partsOf(actor, divisionCode) : null;
    const wanted = { place: divisionCode, parts, state, before: cursor ?? '', limit: limit + 1 };
    const rows = await comparisonsIn(db, actor.countyCode, wanted);
    const { items, next } = pageFrom(rows, limit, (row) => row.comparisonId);
    return {
      items: items.map((row) => ({
        comparisonId: row.comparisonId,
        kind: row.kind,
        formId: row.formId,
        subjectId: row.subjectId,
        name: row.name,
        villageCode: row.villageCode,
        villageName: placeName(services.county, row.villageCode),
        fields: row.fields.map((field) => labelOf(row, field)),
        liveBy: row.liveBy ?? '',
        lateBy: row.authorName,
        lateMode: modeOfRow(row.mode),
        collectedAt: row.collectedAt,
        receivedAt: row.receivedAt,
        version: row.version,
        own: isOwn(row, actor),
      })),
      next,
      open: await openComparisonsIn(db, actor.countyCode, divisionCode),
    };
  },
});

const labelOf = ({ formId }: ComparisonRow, field: string): string => formNamed(formId)?.fields[field]?.label ?? field;

export const modeOfRow = (mode: string): FormMode => formModes.find((known) => known === mode) ?? 'visit';
