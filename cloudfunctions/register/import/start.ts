import { places } from '@/domain/access';
import { importStart as operation } from '@/domain/operations/people/register-import';
import { isProblem, Problem } from '@/domain/problem';
import { mappingGap } from '@/domain/register/fields';
import { startJob } from '../../jobs/start';
import { type Context, handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { knownPlace } from '../../runtime/places';
import { insertRun, openRun } from '../../store/queries/register/import-runs';
import { decodeLimits } from './decode/source';
import { registerImport } from './work/kind';

/** Puts a file in line to be imported. One at a time: two would each see half of the other's people. */
export const importStart = handle(operation, {
  concerns: ({ covers }, { actor }) => places(actor.countyCode, covers),
  async act(input, context) {
    const { db, actor, now, services } = context;
    const { countyCode } = services.county;
    knownPlace(services.county, input.covers);
    const gap = mappingGap(input.mapping, decodeLimits.columns);
    if (gap !== undefined) throw new Problem('import.mapping', { reason: gap });
    await refuseSecond(context);
    const runId = newId('im', now);
    const jobId = await startJob(db, {
      countyCode,
      kind: registerImport,
      title: `导入户籍名册“${input.fileName}”`,
      place: countyCode,
      input: { runId },
      createdBy: actor.accountId,
      now,
    }).catch(async (error: unknown) => {
      throw isProblem(error) ? await busy(context) : error;
    });
    const run = {
      run_id: runId,
      job_id: jobId,
      file_id: input.fileId,
      file_name: input.fileName,
      sheet: input.sheet ?? '',
      kind: input.kind,
      edition_date: input.editionDate,
      covers: input.covers,
      division_edition: input.divisionEdition ?? null,
      mapping: input.mapping,
      started_by: actor.accountId,
      started_post: actor.postId,
      started_role: actor.role,
      started_name: actor.name,
    };
    await insertRun(db, countyCode, run, now);
    context.note({
      subject: runId,
      details: { kind: input.kind, covers: input.covers, editionDate: input.editionDate },
    });
    return { runId };
  },
});

async function refuseSecond(context: Context): Promise<void> {
  if ((await openRun(context.db, context.actor.countyCode)) !== undefined) throw await busy(context);
}

async function busy({ db, actor }: Context): Promise<Problem> {
  const run = await openRun(db, actor.countyCode);
  return new Problem('import.busy', {
    name: run?.started_name ?? '另一名经办人',
    fileName: run?.file_name ?? '户籍名册',
  });
}
