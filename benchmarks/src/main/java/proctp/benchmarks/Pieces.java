package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import proctp.http.BodyToEdit;
import proctp.http.RecordToBytes;
import proctp.postgres.RowToRecord;

/** Where benchmarks/run pieces begins: measures parts of a request by themselves, with JMH. */
final class Pieces {

    private static final TimeValue TURN = TimeValue.seconds(2);
    private static final int WARM_UP_TURNS = 5;
    private static final int TURNS = 5;

    private Pieces() {
    }

    /** @param arguments options as {@link Options} reads them; the office must have been loaded */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Options options = Options.of(arguments.length == 0 ? List.of("load") : List.of(arguments));
        Path directory = Files.createDirectories(options.office().resolveSibling("run"));
        try (Service service = Service.start(options.jar(), Map.of("PROCTP_DATA_DIR", options.office().toString()),
                LoadedOffice.anyKey(options.office()), directory.resolve("service"))) {
            Postgres postgres = Postgres.of(options.office());
            new Runner(new OptionsBuilder()
                    .include(RowToRecord.class.getName()).include(RecordToBytes.class.getName()).include(BodyToEdit.class.getName())
                    .mode(Mode.AverageTime).timeUnit(TimeUnit.MICROSECONDS).forks(1).shouldFailOnError(true)
                    .warmupIterations(WARM_UP_TURNS).warmupTime(TURN).measurementIterations(TURNS).measurementTime(TURN)
                    .jvmArgsAppend("-D" + RowToRecord.OFFICE + "=" + options.office(),
                            "-D" + RowToRecord.URL + "=jdbc:postgresql://127.0.0.1:" + postgres.port() + "/proctp",
                            "-D" + RowToRecord.USER + "=" + Postgres.SUPERUSER)
                    .build()).run();
        }
    }
}
