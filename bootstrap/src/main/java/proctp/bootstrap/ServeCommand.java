package proctp.bootstrap;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import proctp.application.KeyStateException;
import proctp.domain.Refusal;

/** What the program does when nothing else is asked of it: it serves. */
@Command(name = "java -jar proctp.jar", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
        subcommands = {ConfigCommand.class, ImportCommand.class, ExportCommand.class, VerifyCommand.class, AuditCommand.class, SampleCommand.class,
            PracticeCommand.class, KeyCommand.class}, sortOptions = false,
        description = {
            "Runs ProcTP until it is stopped by Ctrl-C or SIGTERM, unless a command is given.",
            "Settings come from the environment, see below."})
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final int WIDTH = 120;

    /** A running service takes a key for what it was for a second, and nothing tells when it has stopped to. */
    static final Duration UNTIL_KEYS_STOP = Duration.ofMillis(1_500);

    private final Map<String, String> environment;
    private final Properties system;
    private final Clock clock;
    private final Terminal terminal;
    private final Duration untilKeysStop;

    private ServeCommand(Map<String, String> environment, Properties system, Clock clock, Terminal terminal, Duration untilKeysStop) {
        this.environment = environment;
        this.system = system;
        this.clock = clock;
        this.terminal = terminal;
        this.untilKeysStop = untilKeysStop;
    }

    /**
     * Does what the command line says, and gives the exit code. Without any it serves, and no command line is made for that: to
     * describe all the commands takes longer than PostgreSQL takes to start.
     */
    static int execute(Map<String, String> environment, Properties system, Clock clock, String... arguments) {
        if (arguments.length > 0) {
            return commandLine(environment, system, clock).execute(arguments);
        }
        try {
            return new ServeCommand(environment, system, clock, Terminal.ofThisProcess(), UNTIL_KEYS_STOP).call();
        } catch (RuntimeException failure) {
            return complain(failure, new PrintWriter(System.err, true));
        }
    }

    /** The whole command line; what it executes ends with 0 when all is well, 1 when something failed, 2 when it was called wrongly. */
    static CommandLine commandLine(Map<String, String> environment, Properties system, Clock clock) {
        return commandLine(environment, system, clock, Terminal.ofThisProcess(), UNTIL_KEYS_STOP);
    }

    /**
     * The same, given at a certain terminal.
     *
     * @param untilKeysStop how long keys that were disabled may go on working
     */
    static CommandLine commandLine(Map<String, String> environment, Properties system, Clock clock, Terminal terminal,
                                   Duration untilKeysStop) {
        CommandLine line = new CommandLine(new ServeCommand(environment, system, clock, terminal, untilKeysStop));
        line.getCommandSpec().usageMessage().footer(SettingTable.help());
        line.setUsageHelpWidth(WIDTH);
        line.setParameterExceptionHandler((wrong, all) -> misunderstood(wrong, wrong.getCommandLine().getErr()));
        line.setExecutionExceptionHandler((failure, command, parsed) -> complain(failure, command.getErr()));
        return line;
    }

    /** Comes back when the service has started, which then goes on by itself. */
    @Override
    public Integer call() {
        App app = App.start(config(), clock);
        try {
            Welcome.print(app, System.out);
        } catch (RuntimeException bug) {
            // or the end of the JVM would take it for one that was told to stop
            app.close();
            throw bug;
        }
        return 0;
    }

    private static int misunderstood(ParameterException wrong, PrintWriter err) {
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("--help shows what there is. Settings come from the environment.");
        return CommandLine.ExitCode.USAGE;
    }

    /** Says what a person can mend; anything else is a bug and shown as one. */
    private static int complain(Exception failure, PrintWriter err) {
        if (failure instanceof ConfigException wrong) {
            wrong.warnings().forEach(err::println);
            wrong.problems().forEach(err::println);
            return CommandLine.ExitCode.USAGE;
        }
        if (failure instanceof StartException hindered) {
            err.println(hindered.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (failure instanceof KeyStateException unsuitable) {
            err.println(unsuitable.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (failure instanceof Refusal refused) {
            err.println(refused.sentence());
            return CommandLine.ExitCode.SOFTWARE;
        }
        failure.printStackTrace(err);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /**
     * What to run on; from then on log lines are written as it says.
     *
     * @throws ConfigException when a setting is wrong
     */
    Config config() {
        Config config = Config.fromEnvironment(environment, system);
        Logging.use(config.logFormat());
        config.warnings().forEach(LOG::warn);
        return config;
    }

    /** Tells the time. */
    Clock clock() {
        return clock;
    }

    /** Which day it is in the practices' time zone. */
    LocalDate today(Config config) {
        return LocalDate.now(clock.withZone(config.http().zone()));
    }

    /** Where whoever gave the command can be asked. */
    Terminal terminal() {
        return terminal;
    }

    /** How long keys that were disabled may go on working. */
    Duration untilKeysStop() {
        return untilKeysStop;
    }

    /** The settings, as this command would find them. */
    SettingTable settings() {
        return SettingTable.read(environment, system);
    }

    /** Says which ProcTP this is. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"ProcTP " + Build.read().version()};
        }
    }
}
