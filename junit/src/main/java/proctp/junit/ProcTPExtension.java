package proctp.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import proctp.junit.ProcTPServer.Reset;

/**
 * Starts a {@link ProcTP} for a class of tests. A class has it by {@link ProcTPServer}, or, when it needs settings that an annotation
 * cannot have or more than one, in fields with {@code @RegisterExtension}: of a static field for all of its tests together, of another
 * one for each of them.
 */
public final class ProcTPExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace OF_THE_RUN = Namespace.create(ProcTPExtension.class);

    private final Optional<ProcTPSettings> given;
    private final Namespace namespace;
    private volatile ProcTP server;

    /** One that runs, and for whom. */
    private record Running(ProcTP server, String owner) {

        boolean isOf(ExtensionContext context) {
            return owner.equals(context.getUniqueId());
        }
    }

    /** What ends with the run: to JUnit before 5.13 the one of the two that is deprecated now, to later ones the other. */
    @SuppressWarnings("deprecation")
    private record EndOfTheRun() implements Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            Stages.end();
        }
    }

    /** As the annotation of the class says. */
    public ProcTPExtension() {
        this.given = Optional.empty();
        this.namespace = OF_THE_RUN;
    }

    /** With settings that no annotation has. */
    public ProcTPExtension(ProcTPSettings settings) {
        this.given = Optional.of(settings);
        this.namespace = Namespace.create(this);
    }

    /**
     * The one that this started, for whom has it in a field.
     *
     * @throws IllegalStateException when no test runs
     */
    public ProcTP server() {
        ProcTP running = server;
        if (running == null) {
            throw new IllegalStateException("The ProcTP of this field runs while tests run, and none does: is the field annotated with"
                    + " @RegisterExtension?");
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ProcTP called = running(context);
        if (called.settings().reset() == Reset.BEFORE_EACH_TEST) {
            called.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    /** Those in fields are asked for by their fields. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return given.isEmpty() && parameter.getParameter().getType() == ProcTP.class;
    }

    @Override
    public ProcTP resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    /** The one for that context, or for one around it; started when there is none. */
    private ProcTP running(ExtensionContext context) {
        Running there = context.getStore(namespace).get(Running.class, Running.class);
        if (there == null || !there.isOf(context) && hasItsOwn(context)) {
            ProcTP started = ProcTP.start(given.orElseGet(() -> said(context)));
            there = new Running(started, context.getUniqueId());
            context.getStore(namespace).put(Running.class, there);
            server = started;
            endWithTheRun(context.getRoot().getStore(OF_THE_RUN));
        }
        return there.server();
    }

    /** Whether the annotation is on the class that the context is of, which is not the context of a test in it. */
    private boolean hasItsOwn(ExtensionContext context) {
        return given.isEmpty() && context.getTestMethod().isEmpty()
                && AnnotationSupport.isAnnotated(context.getRequiredTestClass(), ProcTPServer.class);
    }

    /** What the annotation says; of a class that has the extension without it, what it says by itself. */
    private static ProcTPSettings said(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), ProcTPServer.class)
                .map(ProcTPSettings::of).orElseGet(ProcTPSettings::usual);
    }

    private static synchronized void endWithTheRun(Store ofTheRun) {
        if (ofTheRun.get(EndOfTheRun.class) == null) {
            ofTheRun.put(EndOfTheRun.class, new EndOfTheRun());
        }
    }

    private void end(ExtensionContext context) {
        Running there = context.getStore(namespace).get(Running.class, Running.class);
        if (there != null && there.isOf(context)) {
            context.getStore(namespace).remove(Running.class);
            server = null;
            there.server().end();
        }
    }
}
