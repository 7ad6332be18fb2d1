package proctp.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.KeySecret;
import proctp.application.Page;
import proctp.application.PracticeContents;
import proctp.application.TreatPlanFilter;
import proctp.application.UseCases;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.ServerUnderTest;
import proctp.contract.wire.WireAnswer;
import proctp.domain.TreatPlan;

/** The HTTP adapter on the in-memory office: one server, whose office is a new one for each test. */
final class InMemoryServer implements ServerUnderTest, AutoCloseable {

    static final KeySecret SECRET = new KeySecret("a secret of the tests");

    /** Holds answers against the API's description. */
    static final Consumer<WireAnswer> WITNESS = new OpenApiWitness(OpenApi.KEPT);

    /** Nothing is on its way when a test is done. */
    private static final Duration NO_FAREWELL = Duration.ZERO;

    private static final Page ALL = new Page(Integer.MAX_VALUE, 0);

    private volatile Office office;
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final HttpServer server;

    InMemoryServer() {
        this(TestSettings.USUAL);
    }

    /** A server with settings of its own. */
    InMemoryServer(HttpSettings settings) {
        this(settings, Following.USUAL);
    }

    /** A server with settings of its own, on which clients may follow the change feed in that way. */
    InMemoryServer(HttpSettings settings, Following following) {
        this(settings, following, NO_FAREWELL);
    }

    private InMemoryServer(HttpSettings settings, Following following, Duration farewell) {
        server = HttpServer.start(settings, UseCases.on(new CurrentOffice(), SECRET, () -> LocalDate.now(CLOCK.withZone(ZONE))), registry,
                following, farewell);
    }

    /** A server that says goodbye for as long as the service does, which the others do not. */
    static InMemoryServer thatSaysGoodbye() {
        return new InMemoryServer(TestSettings.USUAL, Following.USUAL, HttpServer.FAREWELL);
    }

    @Override
    public URI fresh() {
        return serve(sampleOffice());
    }

    /** Where it counts its requests. */
    MeterRegistry registry() {
        return registry;
    }

    /** The same server on another office. */
    URI serve(Office other) {
        office = other;
        return URI.create("http://127.0.0.1:" + server.port());
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public List<String> stored() {
        return Stream.of(SampleOffice.PRACTICE, SampleOffice.OTHER_PRACTICE)
                .map(practice -> new Caller(practice, new ApiKeyNum(1), "a developer", "a key", Set.of()))
                .flatMap(this::stored).map(Object::toString).toList();
    }

    @Override
    public Consumer<WireAnswer> witness() {
        return WITNESS;
    }

    private Stream<Object> stored(Caller caller) {
        List<TreatPlan> plans = office.treatPlans().list(caller, TreatPlanFilter.ALL, ALL);
        return Stream.of(plans, office.definitions().list(caller, Optional.empty(), true, ALL),
                plans.stream().flatMap(plan -> office.procTPs().list(caller, plan.num(), ALL).stream()).toList())
                .flatMap(List::stream);
    }

    static Office sampleOffice() {
        Office sample = new InMemoryOffice(CLOCK.withZone(ZONE));
        sample.fillIfEmpty(SampleOffice.practices(SECRET, ZONE));
        return sample;
    }

    /** Ports that lead to those of the office of the moment: the server keeps the ports that it was started with. */
    private final class CurrentOffice implements Office {

        @Override
        public Practices practices() {
            return office.practices();
        }

        @Override
        public ApiKeys apiKeys() {
            return current(ApiKeys.class, Office::apiKeys);
        }

        @Override
        public ProcTPs procTPs() {
            return current(ProcTPs.class, Office::procTPs);
        }

        @Override
        public TreatPlans treatPlans() {
            return current(TreatPlans.class, Office::treatPlans);
        }

        @Override
        public Definitions definitions() {
            return current(Definitions.class, Office::definitions);
        }

        @Override
        public Changes changes() {
            return current(Changes.class, Office::changes);
        }

        @Override
        public Archive archive() {
            return office.archive();
        }

        @Override
        public boolean fillIfEmpty(List<PracticeContents> practices) {
            return office.fillIfEmpty(practices);
        }

        private <T> T current(Class<T> port, Function<Office, T> portOf) {
            return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                try {
                    return method.invoke(portOf.apply(office), arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            }));
        }
    }
}
