package example.jsonfile;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.Permission;
import proctp.application.UseCases;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** A second way in: what HTTP offers of rows, for somebody at a terminal. It adds no rule; those are in the use cases. */
final class CommandLine {

    static final String USAGE = """
            Usage: FILE list TREAT_PLAN_NUM
                   FILE edit PROC_TP_NUM MEMBER=VALUE ...
                   FILE delete PROC_TP_NUM
            PROCTP_KEYS in the environment is the pair of keys: DEVELOPERKEY/CUSTOMERKEY""";

    private final UseCases useCases;
    private final PrintStream out;
    private final PrintStream err;

    CommandLine(UseCases useCases, PrintStream out, PrintStream err) {
        this.useCases = useCases;
        this.out = out;
        this.err = err;
    }

    static int refuse(PrintStream err, String sentence) {
        err.println(sentence);
        return 1;
    }

    /**
     * Does what it is told to.
     *
     * @param keys  as in the header of HTTP: the developer key, a slash, the customer key
     * @param words the command and what it is about
     * @return the exit code: 0 when it was done
     */
    int run(String keys, List<String> words) {
        try {
            return words.size() < 2 ? refuse(err, USAGE) : run(caller(keys), words.get(0), number(words.get(1)), words.subList(2, words.size()));
        } catch (Refusal refusal) {
            return refuse(err, refusal.sentence());
        }
    }

    private Caller caller(String keys) {
        String[] pair = keys.split("/", 2);
        return useCases.authenticate().authenticate(useCases.digest().apply(pair[0], pair.length < 2 ? "" : pair[1]));
    }

    private int run(Caller caller, String command, long num, List<String> members) {
        switch (command) {
            case "list" -> {
                require(caller, Permission.READ_ALL);
                useCases.listProcTPs().list(caller, new TreatPlanNum(num), Page.EVERYTHING).forEach(this::print);
            }
            case "edit" -> {
                require(caller, Permission.ALL_OTHERS);
                ProcTPEdit.Builder edit = RowMembers.edit(members);
                print(useCases.editProcTP().edit(caller, new ProcTPNum(num), edit, ProcTPGuard.NONE));
            }
            case "delete" -> {
                require(caller, Permission.ALL_OTHERS);
                useCases.deleteProcTP().delete(caller, new ProcTPNum(num), ProcTPGuard.NONE);
            }
            default -> {
                return refuse(err, USAGE);
            }
        }
        return 0;
    }

    private static void require(Caller caller, Permission permission) {
        if (!caller.permissions().contains(permission)) {
            throw new Refusal(Refusal.Kind.NOT_AUTHORIZED, "Not Authorized");
        }
    }

    private static long number(String word) {
        return Optional.of(word).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf).orElseThrow(() ->
                new Refusal(Refusal.Kind.PARAMETER_INVALID, "The number of a plan or a row must be digits, not '" + word + "'."));
    }

    private void print(ProcTP row) {
        out.printf(Locale.ROOT, "%d  %d  %s  %s  %s  %s  %s%n", row.num().value(), row.itemOrder(), row.toothNumTP(), row.surf(), row.procCode(),
                row.descript(), row.amounts().feeAmt().toBigDecimal().toPlainString());
    }
}
