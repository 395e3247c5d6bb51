const group = `COALESCE(NULLIF(p.group_name, ''), '未分组')`;

/** Whether person `p` stands in one of the parts; the same rule as `partsOfPerson`. NULL lets everyone in. */
export const standsInOne = (parts: string): string => `(${parts} IS NULL OR ${group} = ANY(${parts})
    OR p.old_village_code = ANY(${parts}) OR p.old_village_code || '/' || ${group} = ANY(${parts}))`;

/** The same for one part; '' is the whole village. */
export const standsIn = (part: string): string => `(${part} = '' OR ${group} = ${part} OR p.old_village_code = ${part}
    OR p.old_village_code || '/' || ${group} = ${part})`;
