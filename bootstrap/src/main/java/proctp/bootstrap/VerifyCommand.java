package proctp.bootstrap;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.Caller;
import proctp.application.PracticeNum;
import proctp.application.VerifySignatures;
import proctp.application.VerifySignatures.Findings;
import proctp.domain.TreatPlanNum;

/** Tells whether every signed plan still is what its patient signed. It says numbers only, nothing of a patient. */
@Command(name = "verify", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Holds every signed plan of a practice against what its patient signed, and names those that were changed"
                + " since, as by somebody who was at the tables by hand.",
        footer = "Ends with 0 when none was, with 1 when one was or the office cannot be opened, and with 2 when it was called wrongly.")
final class VerifyCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 20;

    @ParentCommand
    private ServeCommand serve;

    @Mixin
    private PracticeOption practice;

    @Option(names = "--json", description = "Print one JSON object, with every number, instead of sentences.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (OpenOffice open = OpenOffice.on(serve.config(), serve.clock())) {
            PracticeNum num = practice.of(open.office().practices().list());
            Findings findings = new VerifySignatures(open.office().treatPlans(), open.office().procTPs())
                    .verify(Caller.atConsole(num));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(object(num, findings));
            } else {
                findings.changed().forEach(plan -> out.println("TreatPlan " + plan.value() + " is not what its patient signed."));
                out.println(summary(findings));
            }
            return findings.changed().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static String object(PracticeNum num, Findings findings) {
        return "{\"practice\":%d,\"matching\":%d,\"changed\":[%s],\"unknown\":[%s]}".formatted(num.value(), findings.matching(),
                numbers(findings.changed(), ",", Integer.MAX_VALUE), numbers(findings.unknown(), ",", Integer.MAX_VALUE));
    }

    static String summary(Findings findings) {
        List<TreatPlanNum> changed = findings.changed();
        List<TreatPlanNum> unknown = findings.unknown();
        return (findings.matching() == 1 ? "1 signed plan matches." : findings.matching() + " signed plans match.")
                + (changed.isEmpty() ? "" : " " + changed.size() + (changed.size() == 1 ? " does not: " : " do not: ")
                        + named(changed) + ".")
                + (unknown.isEmpty() ? "" : " " + unknown.size() + (unknown.size() == 1 ? " was" : " were")
                        + " signed elsewhere, so what was signed is not known: " + named(unknown) + ".");
    }

    private static String named(List<TreatPlanNum> plans) {
        return numbers(plans, ", ", MOST_NAMED) + (plans.size() > MOST_NAMED ? " and " + (plans.size() - MOST_NAMED) + " more" : "");
    }

    private static String numbers(List<TreatPlanNum> plans, String between, int most) {
        return plans.stream().limit(most).map(plan -> String.valueOf(plan.value())).collect(joining(between));
    }
}
