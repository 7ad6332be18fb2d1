package proctp.bootstrap;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.Caller;
import proctp.application.ChangeFilter;
import proctp.application.ErasePractice;
import proctp.application.PracticeNum;
import proctp.application.port.Practices;
import proctp.domain.Refusal;
import proctp.http.OfficeLines;
import proctp.postgres.PostgresOffice;

/** Removes a practice, and proves it. */
@Command(name = "erase", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Removes everything of a practice for good: its keys stop first, then all of it goes at once, and then every"
                + " table is asked what is left.",
        footer = "Ends with 0 when nothing is left, with 1 when something is or could not be looked at, or it could not be done, and with 2 when it was called wrongly.")
final class PracticeEraseCommand implements Callable<Integer> {

    @ParentCommand
    private PracticeCommand group;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PracticeOption practice;

    @Option(names = "--export", paramLabel = "DIR", description = "Write it into files there before, as export does, and its audit trail"
            + " into changes.ndjson beside them.")
    private Path directory;

    @Option(names = "--without-export", description = "Keep nothing of it.")
    private boolean withoutExport;

    @Mixin
    private Confirmation confirmation;

    @Mixin
    private Report report;

    @Override
    public Integer call() {
        requireDecision();
        Config config = group.serve().config();
        try (OpenOffice open = OpenOffice.on(config, group.serve().clock())) {
            PostgresOffice office = open.office();
            Map<PracticeNum, String> practices = office.practices().list();
            if (!practice.isGiven()) {
                throw new ParameterException(spec.commandLine(), "--practice must say which practice is to be erased.");
            }
            PracticeNum num = practice.of(practices);
            confirm(num, practices.get(num), office.practices().count(num));
            List<String> lines = new ArrayList<>();
            erase(office, num, () -> lines.addAll(export(config, office, num)));
            return prove(num, left(office, num), lines);
        }
    }

    private void requireDecision() {
        if ((directory == null) != withoutExport) {
            throw new ParameterException(spec.commandLine(), "Say either --export DIR, which writes the practice into files before it is"
                    + " erased, or --without-export, which keeps nothing of it.");
        }
        if (directory != null) {
            NewFiles.requireNone(PracticeFile.WITH_TRAIL, directory, spec);
        }
    }

    private void confirm(PracticeNum num, String name, Map<String, Long> counts) {
        String title = PracticeOption.names(Map.of(num, name));
        String rows = counts.entrySet().stream().filter(table -> table.getValue() != 0)
                .map(table -> table.getKey() + " " + (isLookedAt(table.getValue()) ? table.getValue() : "not looked at")).collect(joining(", "));
        confirmation.require(group.serve().terminal(), "Practice %s will be gone for good, with all of its rows: %s."
                .formatted(title, rows), "its number or its name",
                answer -> answer.equals(String.valueOf(num.value())) || !name.isBlank() && answer.equals(name.strip()));
    }

    private void erase(PostgresOffice office, PracticeNum num, Runnable export) {
        try {
            new ErasePractice(office.practices(), office.apiKeys()).erase(num, () -> {
                waitUntilKeysStop();
                export.run();
            });
        } catch (IllegalStateException kept) {
            throw new StartException(kept.getMessage() + stillShut(), kept);
        } catch (Refusal hindered) {
            throw new StartException(outcome(num, hindered) + stillShut(), hindered);
        } catch (StartException failed) {
            throw new StartException(failed.getMessage() + " Nothing was erased." + stillShut(), failed);
        }
    }

    private static String outcome(PracticeNum num, Refusal hindered) {
        return hindered.kind() == Refusal.Kind.OUTCOME_UNKNOWN
                ? "The database was lost while it stored that, so practice %d is erased or as it was: practice list shows whether it is there."
                        .formatted(num.value()) + " If it is, erase it again."
                : "The database was away or too busy, or others were in the way for too long. Nothing was erased: try again later.";
    }

    private static String stillShut() {
        return " Its keys stay disabled: key enable lets them work again.";
    }

    private void waitUntilKeysStop() {
        try {
            Thread.sleep(group.serve().untilKeysStop().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw StartException.stopped();
        }
    }

    private List<String> export(Config config, PostgresOffice office, PracticeNum num) {
        if (directory == null) {
            return List.of();
        }
        OfficeLines lines = new OfficeLines(group.serve().clock().withZone(config.http().zone()));
        String counts = NewFiles.write(sink -> office.archive().show(Caller.atConsole(num), sink),
                Optional.of(new Trail(office.changes(), num, ChangeFilter.ALL)), lines, group.serve().clock(), directory, spec);
        return List.of("Exported practice %d: %s.".formatted(num.value(), counts));
    }

    private static Map<String, Long> left(PostgresOffice office, PracticeNum num) {
        try {
            return office.practices().count(num);
        } catch (Refusal hindered) {
            throw new StartException("Practice %d is erased, but then the database could not be asked what is left of it."
                    .formatted(num.value()), hindered);
        }
    }

    private static boolean isLookedAt(long count) {
        return count != Practices.NOT_LOOKED_AT;
    }

    private int prove(PracticeNum num, Map<String, Long> left, List<String> lines) {
        boolean isGone = left.values().stream().allMatch(count -> count == 0);
        JsonMembers counts = new JsonMembers();
        left.forEach((table, count) -> {
            lines.add(isLookedAt(count) ? "%s: %d left".formatted(table, count) : table + ": not looked at, since this user may not read it");
            counts.put(table, isLookedAt(count) ? String.valueOf(count) : "null");
        });
        lines.add(isGone ? "Practice %d is erased.".formatted(num.value())
                : "Practice %d is erased, but not where rows are left or may be: ProcTP does not know those tables.".formatted(num.value()));
        report.say(new JsonMembers().add("practice", num.value()).put("left", counts.toString()), lines.toArray(String[]::new));
        return isGone ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
