import * as z from 'zod';
import type { FieldBase, Kind } from '../declare/field';
import { isRecord, tidySigns } from './clean';

export interface DivisionField extends FieldBase {
  kind: 'division';
  /** village: 12 digits, of an edition named in the field `edition`. area: anywhere in the country, 6–12 digits. */
  level: 'village' | 'area';
  /** The field that says of which edition of the divisions the code is. */
  edition?: string;
}

export const division = <const O extends Omit<DivisionField, 'kind'>>(options: O): O & { kind: 'division' } => ({
  ...options,
  kind: 'division',
});

export const divisionKind: Kind<DivisionField, string> = {
  expects: '请重新选择地方',
  tidy(raw, field) {
    const signs = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw;
    if (typeof signs !== 'string') return signs ?? undefined;
    const digits = tidySigns(signs);
    return (field.level === 'area' ? padded(digits) : digits) || undefined;
  },
  is: (value): value is string => typeof value === 'string',
  fault(value, field, ctx) {
    const shape = field.level === 'village' ? /^\d{12}$/ : /^(\d{6}|\d{9}|\d{12})$/;
    if (!shape.test(value))
      return {
        rule: 'value',
        says: field.level === 'village' ? '不是村（居）代码，请重新选择' : '不是地区代码，请重新选择',
      };
    if (ctx?.divisions && ctx.divisions.name(value) === undefined)
      return { rule: 'E28', says: '里没有您选的这个地方（可能已合并或改名），请重新选择' };
    return undefined;
  },
  draft: () => z.string().max(20),
  text: (value, _field, ctx) => ctx?.divisions?.name(value) ?? value,
  columns: () => [{ suffix: '', title: '代码' }],
  cells: (value) => [value],
  codes: (value) => [value],
  control: (field) => ({ is: 'place', level: field.level }),
  describe: (field) => ({ level: field.level, edition: field.edition }),
};

/** As GB/T 2260 writes them: a province 440000, a city 441900. Towns have nine digits. */
const padded = (digits: string): string => (/^(\d{2}|\d{4})$/.test(digits) ? digits.padEnd(6, '0') : digits);

export interface LocationValue {
  lat: number;
  lon: number;
  /** Metres. */
  accuracy?: number;
}

export interface LocationField extends FieldBase {
  kind: 'location';
}

export const location = <const O extends Omit<LocationField, 'kind'>>(options: O): O & { kind: 'location' } => ({
  ...options,
  kind: 'location',
});

export const locationKind: Kind<LocationField, LocationValue> = {
  expects: '请重新定位',
  tidy(raw) {
    if (!isRecord(raw)) return raw ?? undefined;
    const { lat, lon, accuracy } = raw;
    if (lat === undefined && lon === undefined) return undefined;
    return accuracy === undefined ? { lat, lon } : { lat, lon, accuracy };
  },
  is: (value): value is LocationValue =>
    isRecord(value) &&
    [value.lat, value.lon, value.accuracy ?? 0].every((part) => typeof part === 'number' && Number.isFinite(part)),
  fault: ({ lat, lon }) =>
    Math.abs(lat) > 90 || Math.abs(lon) > 180 ? { rule: 'value', says: '不是有效的位置，请重新定位' } : undefined,
  draft: () => z.object({ lat: z.number(), lon: z.number(), accuracy: z.number().optional() }),
  text: ({ lat, lon }) => `北纬${lat.toFixed(5)}，东经${lon.toFixed(5)}`,
  columns: () => [
    { suffix: 'Lat', title: '纬度' },
    { suffix: 'Lon', title: '经度' },
  ],
  cells: ({ lat, lon }) => [lat.toFixed(5), lon.toFixed(5)],
  control: () => ({ is: 'location' }),
  describe: () => ({}),
};
