package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.PracticeContents;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.http.OfficeLines;

/** A stand-in holds what was exported from elsewhere. */
class ExportedOfficeTest {

    private static final ZoneId ZONE = ZoneId.of(ProcTPSettings.ZONE);

    @TempDir
    private Path directory;
    private ProcTP copy;

    @BeforeEach
    void exportPractice2() throws IOException {
        PracticeContents practice = SampleOffice.practices(Stage.SECRET, ZONE).get(1);
        OfficeLines lines = new OfficeLines(Clock.fixed(Instant.EPOCH, ZONE));
        write(OfficeLines.PRACTICE_FILE, Stream.of(lines.line(practice.source().practice())));
        write(OfficeLines.DEFINITIONS_FILE, practice.definitions().stream().map(lines::line));
        write(OfficeLines.TREAT_PLANS_FILE, practice.treatPlans().stream().map(lines::line));
        write(OfficeLines.PROC_TPS_FILE, practice.procTPs().stream().map(lines::line));
        copy = ProcTP.start(ProcTPSettings.usual().with(OfficeSource.files(directory.toString())));
    }

    @AfterEach
    void end() {
        copy.end();
    }

    @Test
    void the_practice_is_practice_1_and_the_demo_pair_opens_it() {
        WireClient client = Clients.of(copy);
        assertThat(client.get("/treatplans?Limit=1000").body()).contains("\"Heading\":\"Dentures\"").doesNotContain("\"Recall\"");
        assertThat(client.get("/proctps?TreatPlanNum=5963").body()).contains("Upper denture", "\"priority\":\"Some day\"");
        assertThat(client.delete("/proctps/1001").headers().firstValue("Error-Code")).contains("TREAT_PLAN_SIGNED");
    }

    private void write(String name, Stream<byte[]> lines) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        lines.forEach(file::writeBytes);
        Files.write(directory.resolve(name), file.toByteArray());
    }
}
