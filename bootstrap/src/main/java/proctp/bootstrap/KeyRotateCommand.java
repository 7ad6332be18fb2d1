package proctp.bootstrap;

import java.time.LocalDate;
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
import proctp.application.ApiKey;
import proctp.application.RotateApiKey;

/** Puts a new key in the place of another. */
@Command(name = "rotate", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Makes a new key for the developer of another, with its name, permissions and last day, and prints what its"
                + " client sends. The old one works on until it is revoked, or for the days that --grace gives it.")
final class KeyRotateCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 3_650;

    @ParentCommand
    private KeyCommand key;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyOption option;

    @Mixin
    private LastDayOption lastDay;

    @Option(names = "--grace", paramLabel = "DAYS", converter = WholeNumber.class,
            description = "After how many days the old key has its last one; 0 is today.")
    private Long grace;

    @Mixin
    private Report report;

    @Override
    public Integer call() {
        if (grace != null && (grace < 0 || grace > MOST_DAYS)) {
            throw new ParameterException(spec.commandLine(), "--grace must be from 0 to %d days.".formatted(MOST_DAYS));
        }
        Config config = key.serve().config();
        LocalDate today = key.serve().today(config);
        Optional<LocalDate> expires = lastDay.from(today);
        try (OpenOffice open = OpenOffice.on(config, key.serve().clock())) {
            ApiKey old = option.of(open.office());
            MintedPair pair = MintedPair.mint();
            RotateApiKey.Terms terms = new RotateApiKey.Terms(pair.digest(open.keySecret()), today, expires,
                    Optional.ofNullable(grace).map(today::plusDays));
            ApiKey made = new RotateApiKey(open.office().apiKeys()).rotate(old.practice(), old.num(), terms)
                    .orElseThrow(() -> new StartException("The key has gone."));
            // as it is now, after its grace was set
            say(pair, new KeyWords(made, today), new KeyWords(option.of(open.office()), today));
            return CommandLine.ExitCode.OK;
        }
    }

    private void say(MintedPair pair, KeyWords made, KeyWords old) {
        report.say(pair.addTo(made.json()).put("old", old.json().toString()),
                "%s, with %s, %s. It takes the place of key %d, which %s.".formatted(made.named(), made.permissions(), made.end(),
                        old.key().num().value(), old.key().days().expires().isPresent() ? old.end() : "works until it is revoked"),
                MintedPair.INTRODUCTION, "", pair.header());
    }
}
