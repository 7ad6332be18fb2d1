package proctp.bootstrap;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.UseCases;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;
import proctp.http.HttpSettings;

/** What is printed when the service is up: where it is, and lines to paste when it holds the sample office. */
final class Welcome {

    private static final Page FIRST_ROWS = new Page(1, 0);

    private final String base;
    private final String admin;
    private final UseCases useCases;
    private final boolean hasItsDatabase;
    private final boolean sampleWasLeftOut;
    private final PrintStream out;

    private Welcome(App app, PrintStream out) {
        HttpSettings.Listen listen = app.config().http().listen();
        String scheme = listen.tls().isPresent() ? "https://" : "http://";
        this.base = scheme + reachable(listen.host()) + ":" + app.port() + "/api/v1";
        this.admin = "http://" + reachable(app.config().admin().host()) + ":" + app.adminPort();
        this.useCases = app.useCases();
        this.hasItsDatabase = app.hasItsDatabase();
        this.sampleWasLeftOut = app.sampleWasLeftOut();
        this.out = out;
    }

    static void print(App app, PrintStream out) {
        new Welcome(app, out).print();
    }

    private void print() {
        out.println("ProcTP is listening. Base URL: " + base);
        out.println("Admin port: " + admin + " (/live, /ready, /metrics, /info)");
        demoCaller().ifPresentOrElse(this::printSample, this::printWhyNoSample);
        out.println();
        out.println("Stop it with Ctrl-C.");
        out.flush();
    }

    private void printWhyNoSample() {
        if (!hasItsDatabase) {
            out.println("Its database is not there yet: it answers every request with 503 until that comes.");
        } else if (sampleWasLeftOut) {
            out.println("The sample's keys do not work: this database was filled under another "
                    + Setting.KEY_SECRET.variable() + " than the one in force, or without the sample.");
        }
    }

    private void printSample(Caller caller) {
        out.println();
        out.println("It holds the sample office, whose keys anybody can read here:");
        out.println("  Authorization: ODFHIR " + SampleOffice.DEVELOPER_KEY + "/" + SampleOffice.CUSTOMER_KEY);
        out.println("  " + SampleOffice.READ_ONLY_KEY + " in the customer key's place only reads, "
                + SampleOffice.OTHER_CUSTOMER_KEY + " opens another practice.");
        out.println();
        out.println("List a plan's rows, update a row, delete a row:");
        curl("", "/proctps?TreatPlanNum=963");
        // a row may be gone since an earlier start: the lines name rows that are there
        row(caller, 1, 963, 990).ifPresent(row -> curl("-X PUT -d '{\"Discount\": \"17.00\"}' ", "/proctps/" + row.num().value()));
        row(caller, 120, 990).ifPresent(row -> curl("-X DELETE ", "/proctps/" + row.num().value()));
    }

    private void curl(String options, String path) {
        boolean hasBody = options.contains("-d ");
        out.println("  curl -i " + options + (hasBody ? "-H 'Content-Type: application/json' " : "")
                + "-H 'Authorization: ODFHIR " + SampleOffice.DEVELOPER_KEY + "/" + SampleOffice.CUSTOMER_KEY + "' '"
                + base + path + "'");
    }

    /** The first row of the first of these plans that has one and can be edited. */
    private Optional<ProcTP> row(Caller caller, long... plans) {
        return LongStream.of(plans).boxed().flatMap(plan -> {
            try {
                return useCases.listProcTPs().list(caller, new TreatPlanNum(plan), FIRST_ROWS).stream();
            } catch (Refusal gone) {
                return Stream.empty();
            }
        }).findFirst();
    }

    private Optional<Caller> demoCaller() {
        try {
            return Optional.of(useCases.authenticate().authenticate(
                    useCases.digest().apply(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY)));
        } catch (Refusal noSample) {
            return Optional.empty();
        }
    }

    /** An address to call where the service listens on every address there is. */
    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }
}
