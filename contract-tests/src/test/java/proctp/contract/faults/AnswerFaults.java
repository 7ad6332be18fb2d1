package proctp.contract.faults;

import java.util.Optional;
import proctp.application.Caller;
import proctp.application.port.Office;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;

/** Faults in what an edit takes and what comes back from it. */
final class AnswerFaults {

    private AnswerFaults() {
    }

    /** Answers with the row as it was read before the edit. */
    static final class AnswersFromAnOldReading extends SoundProcTPs {
        AnswersFromAnOldReading(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            Optional<ProcTP> before = find(caller, num);
            ProcTP after = super.edit(caller, num, edit, guard);
            return before.orElse(after);
        }
    }

    /** Wraps what the guard throws, as a transaction's runner may. */
    static final class WrapsWhatTheGuardThrows extends SoundProcTPs {
        WrapsWhatTheGuardThrows(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            return super.edit(caller, num, edit, (plan, row) -> {
                try {
                    guard.check(plan, row);
                } catch (IllegalStateException failure) {
                    throw new IllegalStateException("rolled back", failure);
                }
            });
        }
    }

    /** Cuts a text off a character early. */
    static final class CutsTextsShort extends SoundProcTPs {
        CutsTextsShort(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            return super.edit(caller, num, edit.procCode().map(CutsTextsShort::cut).orElse(edit), guard);
        }

        private static ProcTPEdit cut(String code) {
            int end = code.offsetByCodePoints(0, Math.min(14, code.codePointCount(0, code.length())));
            return ProcTPEdit.builder().procCode(code.substring(0, end)).build(any -> true);
        }
    }
}
