package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.KeySecret;
import proctp.application.PracticeNum;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.Changes;
import proctp.application.sample.SampleOffice;
import proctp.http.OfficeLines;

/** The audit trail of a practice, in a file beside those of its records. */
class TrailTest {

    private static final IllegalStateException LOST = new IllegalStateException("lost");

    @TempDir
    private Path directory;

    @Test
    void it_is_written_whole_and_in_its_order_however_long_it_is() throws IOException {
        assertThat(export(new ManyChanges(2_001))).isEqualTo(
                "3 definitions, 0 treatplans, 0 proctps, and 2,001 changes, which import does not take in");
        assertThat(names()).containsExactlyInAnyOrderElementsOf(PracticeFile.names(PracticeFile.WITH_TRAIL));
        List<String> lines = Files.readAllLines(PracticeFile.CHANGES.in(directory));
        assertThat(lines).hasSize(2_001);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"ChangeNum\":" + (i + 1) + ",");
        }
        assertThat(OfficeDirectory.mode(PracticeFile.CHANGES.in(directory))).isEqualTo("rw-------");
    }

    @Test
    void no_record_is_left_in_a_file_when_it_cannot_be_read() throws IOException {
        assertThatThrownBy(() -> export(new ManyChanges(2_001) {
            @Override
            public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
                if (filter.after() > 0) {
                    throw LOST;
                }
                return super.list(caller, filter, limit);
            }
        })).isSameAs(LOST);
        assertThat(names()).isEmpty();
    }

    @Test
    void no_record_is_left_in_a_file_when_it_cannot_be_written() throws IOException {
        assertThatThrownBy(() -> export(new ManyChanges(1) {
            @Override
            public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
                PracticeExportTest.make(PracticeFile.CHANGES.in(directory));
                return super.list(caller, filter, limit);
            }
        })).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(names()).containsExactly("changes.ndjson");
        assertThat(PracticeFile.CHANGES.in(directory)).hasContent("mine");
    }

    @Test
    void whoever_reads_it_is_asked_for_no_more_than_they_want() {
        ManyChanges changes = new ManyChanges(5_000);
        new Trail(changes, SampleOffice.PRACTICE, ChangeFilter.ALL).read(some -> some.get(some.size() - 1).num() < 2_000);
        assertThat(changes.asked).isEqualTo(2);
    }

    private String export(Changes changes) throws IOException {
        return PracticeExport.write(PracticeExportTest::some, Optional.of(new Trail(changes, SampleOffice.PRACTICE, ChangeFilter.ALL)),
                new OfficeLines(Clock.systemUTC()), directory,
                new Progress(new PrintWriter(Writer.nullWriter()), false, Clock.systemUTC()));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** As many as there are wanted, all alike but for their numbers. */
    private static class ManyChanges implements Changes {

        private final int count;
        private final Change any;
        private int asked;

        ManyChanges(int count) {
            this.count = count;
            InMemoryOffice office = new InMemoryOffice(Clock.systemUTC());
            office.fillIfEmpty(SampleOffice.practices(new KeySecret("a secret of the tests"), ZoneOffset.UTC));
            any = office.changes().list(Caller.atConsole(SampleOffice.PRACTICE), ChangeFilter.ALL, 1).get(0);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            asked++;
            return LongStream.rangeClosed(filter.after() + 1, Math.min(count, filter.after() + limit))
                    .mapToObj(num -> new Change(num, any.moment(), any.author(), any.procTP(), any.treatPlan())).toList();
        }

        @Override
        public Map<PracticeNum, Long> last(Collection<Caller> callers) {
            throw new AssertionError();
        }

        @Override
        public long forget(Caller caller, Instant before) {
            throw new AssertionError();
        }
    }
}
