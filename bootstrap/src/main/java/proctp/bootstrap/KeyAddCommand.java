package proctp.bootstrap;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import proctp.application.ApiKey;
import proctp.application.Permission;
import proctp.application.PracticeNum;

/** Hands a key out. */
@Command(name = "add", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Makes a pair of keys for one developer and one practice, and prints what its client sends. The pair is shown"
                + " this once: it is not kept, only what tells it again.")
final class KeyAddCommand implements Callable<Integer> {

    @ParentCommand
    private KeyCommand key;

    @Mixin
    private PracticeOption practice;

    @Option(names = "--developer", required = true, paramLabel = "D", converter = NameText.class,
            description = "Who gets it. The access log and the audit trail call its caller so.")
    private String developer;

    @Option(names = "--name", required = true, paramLabel = "N", converter = NameText.class,
            description = "What the office calls it, such as what it is for.")
    private String name;

    @Option(names = "--permissions", paramLabel = "P", split = ",", converter = PermissionName.class,
            description = "ReadAll, AllOthers, or both with a comma between them, which is the default.")
    private Set<Permission> permissions = EnumSet.allOf(Permission.class);

    @Mixin
    private LastDayOption lastDay;

    @Mixin
    private Report report;

    @Override
    public Integer call() {
        Config config = key.serve().config();
        LocalDate today = key.serve().today(config);
        Optional<LocalDate> expires = lastDay.from(today);
        try (OpenOffice open = OpenOffice.on(config, key.serve().clock())) {
            PracticeNum num = practice.of(open.office().practices().list());
            MintedPair pair = MintedPair.mint();
            ApiKey.Days days = new ApiKey.Days(Optional.of(today), expires, Optional.empty(), Optional.empty());
            ApiKey made = open.office().apiKeys().add(num, next -> new ApiKey(pair.digest(open.keySecret()), num, next, developer, name,
                    permissions, true, days)).orElseThrow(() -> new StartException("The practice has gone."));
            KeyWords words = new KeyWords(made, today);
            report.say(pair.addTo(words.json()), "%s, with %s, %s.".formatted(words.named(), words.permissions(), words.end()),
                    MintedPair.INTRODUCTION, "", pair.header());
            return CommandLine.ExitCode.OK;
        }
    }
}
