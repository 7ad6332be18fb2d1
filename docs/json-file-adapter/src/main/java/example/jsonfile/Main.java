package example.jsonfile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import proctp.application.KeySecret;
import proctp.application.UseCases;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;

/** Wires it: the file, the use cases on it, the command line on those. */
public final class Main {

    private Main() {
    }

    /** @param args the file, and what {@link CommandLine#USAGE} says */
    public static void main(String[] args) {
        System.exit(args.length < 2 ? CommandLine.refuse(System.err, CommandLine.USAGE)
                : run(Path.of(args[0]), List.of(args).subList(1, args.length), System.out, System.err));
    }

    static int run(Path file, List<String> words, PrintStream out, PrintStream err) {
        Clock clock = Clock.systemDefaultZone();
        KeySecret secret = new KeySecret(System.getenv().getOrDefault("PROCTP_KEY_SECRET", "not secret at all"));
        try (JsonFileOffice office = JsonFileOffice.open(file, clock)) {
            office.fillIfEmpty(SampleOffice.practices(secret, clock.getZone()));
            UseCases useCases = UseCases.on(office, secret, () -> LocalDate.now(clock));
            return new CommandLine(useCases, out, err).run(System.getenv().getOrDefault("PROCTP_KEYS", ""), words);
        } catch (IOException | IllegalStateException | Refusal unusable) {
            return CommandLine.refuse(err, unusable.getMessage());
        }
    }
}
