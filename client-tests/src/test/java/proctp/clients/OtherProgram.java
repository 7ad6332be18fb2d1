package proctp.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of others, on files of this module. */
final class OtherProgram {

    private static final long PATIENCE_MINUTES = 3;

    private OtherProgram() {
    }

    /** What it came to. */
    record Outcome(int status, String said) {
    }

    /** Runs it to its end in this module's folder. */
    static Outcome run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process program = builder.start();
        program.getOutputStream().close();
        try {
            String said = new String(program.getInputStream().readAllBytes(), UTF_8);
            assertThat(program.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("the end of " + List.of(command)).isTrue();
            return new Outcome(program.exitValue(), said);
        } finally {
            program.destroyForcibly();
        }
    }

    /** Runs one that npm has brought. */
    static Outcome ofNpm(String name, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of("node_modules", ".bin", name).toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(command);
    }
}
