import { ChangesApi, Configuration, Flag, ProcTPsApi, TreatPlansApi } from '../../../../target/typescript-client';
import type { ProcTP } from '../../../../target/typescript-client';

// A program on the generated client. It is compiled and not run: what it says is that the types are those of the API.
const office = new Configuration({ basePath: 'http://127.0.0.1:30222/api/v1', apiKey: 'ODFHIR DEMODEVELOPERKEY/DEMOCUSTOMERKEY1' });

export async function discounted(treatPlanNum: number): Promise<string[]> {
  const rows: ProcTP[] = await new ProcTPsApi(office).listProcTPs({ treatPlanNum: [treatPlanNum] });
  return rows.filter((row) => row.discount > 0 && row.priorityNum !== 0).map((row) => `${row.priority}: ${row.descript}`);
}

export async function sign(treatPlanNum: number): Promise<boolean> {
  const plan = await new TreatPlansApi(office).updateTreatPlan({ treatPlanNum, treatPlanEdit: { isSigned: Flag.True } });
  return plan.isSigned === Flag.True;
}

export async function deletedRows(after: number): Promise<number[]> {
  const changes = await new ChangesApi(office).listChanges({ after });
  return changes.flatMap((change) => (change.table === 'ProcTP' && change.after === null ? [change.procTPNum] : []));
}
