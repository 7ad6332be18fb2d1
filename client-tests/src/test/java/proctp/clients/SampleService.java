package proctp.clients;

import static proctp.contract.wire.ServerUnderTest.ZONE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import proctp.application.KeySecret;
import proctp.application.UseCases;
import proctp.application.memory.InMemoryOffice;
import proctp.application.sample.SampleOffice;
import proctp.http.HttpServer;
import proctp.http.HttpSettings;

/** The service as clients meet it, on a free port: with the sample office, in memory, so that each test has one of its own. */
final class SampleService implements AutoCloseable {

    private static final HttpSettings SETTINGS = new HttpSettings(
            new HttpSettings.Listen("127.0.0.1", 0, Optional.empty()), ZONE, new HttpSettings.Pages(100, 1000), Set.of(),
            new HttpSettings.Limits(256 * 1024, 32 * 1024, 16 * 1024, 16, 10_000, Duration.ofSeconds(30), Duration.ofMinutes(2),
                    64 * 1024 * 1024),
            new HttpSettings.Throttle(60, Optional.empty(), Set.of()));

    private final HttpServer server;

    SampleService() {
        Clock clock = Clock.system(ZONE);
        KeySecret secret = new KeySecret("a secret of the tests");
        InMemoryOffice office = new InMemoryOffice(clock);
        office.fillIfEmpty(SampleOffice.practices(secret, ZONE));
        server = HttpServer.start(SETTINGS, UseCases.on(office, secret, () -> LocalDate.now(clock)), new SimpleMeterRegistry());
    }

    /** Its base URL, without a path. */
    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
