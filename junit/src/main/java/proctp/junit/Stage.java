package proctp.junit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.KeySecret;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.UseCases;
import proctp.http.Companion;
import proctp.http.HttpServer;
import proctp.http.HttpSettings;
import proctp.http.HttpSettings.Limits;
import proctp.http.HttpSettings.Listen;
import proctp.http.HttpSettings.Pages;
import proctp.http.HttpSettings.Throttle;
import proctp.junit.ProcTPServer.Database;

/** All that runs of a stand-in. It serves one class of tests after the other, since starting and stopping take the longest. */
final class Stage implements AutoCloseable {

    /** What every key is stored under. */
    static final KeySecret SECRET = new KeySecret("the secret of every stand-in");

    private final OfficeClock clock;
    private final Script script = new Script();
    private final Kept kept;
    private final UseCases useCases;
    private final HttpServer server;
    private volatile PracticeNum firstPractice;

    private Stage(OfficeClock clock, Kept kept) {
        this.clock = clock;
        this.kept = kept;
        this.useCases = UseCases.on(kept.serving(), SECRET, () -> LocalDate.now(clock));
        this.server = Companion.serve(settings(clock.getZone()), useCases, new SimpleMeterRegistry(), script);
    }

    /** Builds one, whose office holds nothing yet. */
    static Stage build(ProcTPSettings settings) {
        OfficeClock clock = new OfficeClock(settings.zone());
        if (settings.database() == Database.IN_MEMORY) {
            return new Stage(clock, Kept.inMemory(clock));
        }
        Libraries.require();
        return new Stage(clock, EmbeddedPostgreSQL.office(clock));
    }

    /** What an operator has who sets nothing; but tests may send any number of wrong keys. */
    private static HttpSettings settings(ZoneId zone) {
        return new HttpSettings(new Listen("127.0.0.1", 0, Optional.empty()), zone, new Pages(100, 1_000), Set.of(),
                new Limits(256 * 1024, 32 * 1024, 16 * 1024, 16, 10_000, Duration.ofSeconds(30), Duration.ofMinutes(2), 64 * 1024 * 1024),
                new Throttle(0, Optional.empty(), Set.of()));
    }

    /** Has all be as it is in the beginning. */
    void reset(ProcTPSettings settings) {
        script.forget();
        clock.set(settings.start());
        List<PracticeContents> contents = settings.office().practices(SECRET, settings.zone());
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("The office has no practice, and must have one at least.");
        }
        kept.fill(contents);
        firstPractice = contents.get(0).practice();
    }

    /** The port that it listens on. */
    int port() {
        return server.port();
    }

    OfficeClock clock() {
        return clock;
    }

    Script script() {
        return script;
    }

    UseCases useCases() {
        return useCases;
    }

    /** Its office, from all sides. */
    Kept kept() {
        return kept;
    }

    /** The one that a hand at the console works in. */
    PracticeNum firstPractice() {
        return firstPractice;
    }

    /** Ends all of it. */
    @Override
    public void close() {
        server.close();
        kept.end().run();
    }
}
