package proctp.bootstrap;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Until when a new key works. */
final class LastDayOption {

    @Option(names = "--expires", paramLabel = "DATE", converter = DayText.class,
            description = "The last day on which it works, such as 2027-12-31, in the time zone that is set.")
    private LocalDate lastDay;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The day that was asked for.
     *
     * @throws ParameterException when it is over
     */
    Optional<LocalDate> from(LocalDate today) {
        if (lastDay != null && lastDay.isBefore(today)) {
            throw new ParameterException(command.commandLine(),
                    "--expires must not be in the past: %s is over, today is %s.".formatted(lastDay, today));
        }
        return Optional.ofNullable(lastDay);
    }
}
