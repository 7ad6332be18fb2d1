package proctp.junit;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.ServerUnderTest;
import proctp.domain.TreatPlan;
import proctp.junit.ProcTPServer.Database;

/** What integrators get, held against the contracts of the wire. */
final class StandIn implements ServerUnderTest {

    private static final Page ALL = new Page(Integer.MAX_VALUE, 0);

    private final ProcTP server;

    StandIn(Database database) {
        server = ProcTP.start(ProcTPSettings.usual().with(database).with(ZONE)
                .with(LocalDateTime.ofInstant(CLOCK.instant(), ZONE)));
    }

    @Override
    public URI fresh() {
        server.reset();
        return server.url().resolve("/");
    }

    void end() {
        server.end();
    }

    @Override
    public List<String> stored() {
        return Stream.of(SampleOffice.PRACTICE, SampleOffice.OTHER_PRACTICE)
                .map(practice -> new Caller(practice, new ApiKeyNum(1), "a developer", "a key", Set.of()))
                .flatMap(this::stored).map(Object::toString).toList();
    }

    private Stream<Object> stored(Caller caller) {
        List<TreatPlan> plans = server.office().treatPlans().list(caller, TreatPlanFilter.ALL, ALL);
        return Stream.of(plans, server.office().definitions().list(caller, Optional.empty(), true, ALL),
                        plans.stream().flatMap(plan -> server.office().procTPs().list(caller, plan.num(), ALL).stream()).toList())
                .flatMap(List::stream);
    }
}
