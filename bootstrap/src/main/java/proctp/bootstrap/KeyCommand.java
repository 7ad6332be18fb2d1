package proctp.bootstrap;

import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.ApiKey;

/** The keys that open the practices. */
@Command(name = "key", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        subcommands = {KeyAddCommand.class, KeyListCommand.class, KeyRotateCommand.class},
        description = "Hands keys out and takes them back. A running service goes by it within two seconds.",
        footer = "Ends with 1 when it could not be done, and with 2 when it was called wrongly.")
final class KeyCommand implements Callable<Integer> {

    @ParentCommand
    private ServeCommand serve;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "key needs a command of its own: add, list, disable, enable, revoke or rotate.");
    }

    @Command(name = "disable", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
            description = "Lets a key work no more, until it is enabled again.")
    int disable(@Mixin KeyOption option, @Mixin Report report) {
        return change(option, report, ApiKey::disabled);
    }

    @Command(name = "enable", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
            description = "Lets a key work that was disabled.")
    int enable(@Mixin KeyOption option, @Mixin Report report) {
        return change(option, report, ApiKey::enabled);
    }

    @Command(name = "revoke", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
            description = "Takes a key back for good. It stays in the list, since what it has done stays, too.")
    int revoke(@Mixin KeyOption option, @Mixin Confirmation confirmation, @Mixin Report report) {
        Config config = serve.config();
        try (OpenOffice open = OpenOffice.on(config, serve.clock())) {
            KeyWords key = new KeyWords(option.of(open.office()), serve.today(config));
            confirmation.require(serve.terminal(), key.named() + " will never work again.", "yes", "yes"::equalsIgnoreCase);
            return change(open, key.key(), report, config, there -> there.revokedOn(serve.today(config)));
        }
    }

    private int change(KeyOption option, Report report, UnaryOperator<ApiKey> change) {
        Config config = serve.config();
        try (OpenOffice open = OpenOffice.on(config, serve.clock())) {
            return change(open, option.of(open.office()), report, config, change);
        }
    }

    private int change(OpenOffice open, ApiKey key, Report report, Config config, UnaryOperator<ApiKey> change) {
        KeyWords changed = new KeyWords(open.office().apiKeys().change(key.practice(), key.num(), change)
                .orElseThrow(() -> new StartException("The key has gone.")), serve.today(config));
        report.say(changed.json(), "%s is %s.".formatted(changed.named(), changed.state()));
        return CommandLine.ExitCode.OK;
    }

    /** What every command is about. */
    ServeCommand serve() {
        return serve;
    }
}
