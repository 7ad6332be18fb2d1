package proctp.bootstrap;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import proctp.application.PracticeNum;

/** Shows which keys there are. */
@Command(name = "list", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Shows the keys of all practices, or of the one that --practice names: never the pairs themselves.")
final class KeyListCommand implements Callable<Integer> {

    @ParentCommand
    private KeyCommand key;

    @Mixin
    private PracticeOption practice;

    @Mixin
    private Report report;

    @Override
    public Integer call() {
        Config config = key.serve().config();
        LocalDate today = key.serve().today(config);
        try (OpenOffice open = OpenOffice.on(config, key.serve().clock())) {
            PracticeNum only = practice.isGiven() ? practice.of(open.office().practices().list()) : null;
            List<KeyWords> keys = open.office().apiKeys().list().stream()
                    .filter(one -> only == null || one.practice().equals(only))
                    .map(one -> new KeyWords(one, today)).toList();
            TextTable table = KeyWords.table();
            keys.forEach(one -> one.addTo(table));
            report.list(keys.stream().map(KeyWords::json).toList(), table);
            return CommandLine.ExitCode.OK;
        }
    }
}
