package proctp.junit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
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
 * one for each of them. Classes that inherit a static field cannot run at the same time.
 */
public final class ProcTPExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace OF_THE_RUN = Namespace.create(ProcTPExtension.class);

    private final Optional<ProcTPSettings> given;
    private final Namespace namespace;
    private final AtomicReference<Running> ofTheField = new AtomicReference<>();

    /** One that runs, and for whom. */
    private record Running(ProcTP server, String owner) {

        boolean isOf(ExtensionContext context) {
            return owner.equals(context.getUniqueId());
        }

        /** Whether that context is the one that has it, or one within. */
        boolean isAround(ExtensionContext context) {
            return context.getUniqueId().startsWith(owner);
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
        Running running = ofTheField.get();
        if (running == null) {
            throw new IllegalStateException("The ProcTP of this field runs while tests run, and none does: is the field annotated with"
                    + " @RegisterExtension?");
        }
        return running.server();
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
            there = new Running(ProcTP.start(given.orElseGet(() -> said(context))), context.getUniqueId());
            endWithTheRun(context.getRoot().getStore(OF_THE_RUN));
            giveToTheField(there, context);
            context.getStore(namespace).put(Running.class, there);
        }
        return there.server();
    }

    /** Classes that inherit one field have one extension, too, which could not tell who of them asks for the server. */
    private void giveToTheField(Running started, ExtensionContext context) {
        Running first = ofTheField.compareAndExchange(null, started);
        if (first != null && !first.isAround(context)) {
            started.server().end();
            throw new ExtensionConfigurationException(("%s runs at the same time as another class with the same field of type"
                    + " ProcTPExtension, which stands for the server of one of them: let them run one after the other, or give each a"
                    + " field of its own.").formatted(context.getRequiredTestClass().getSimpleName()));
        }
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
            ofTheField.compareAndSet(there, null);
            there.server().end();
        }
    }
}
