package proctp.junit;

import static proctp.junit.ProcTPExtensionTest.NOTES;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import proctp.junit.ProcTPServer.Reset;

/** Classes of tests that are run to see what the extension does for them. */
final class Lifecycles {

    private static final String ROW = "/proctps/976";

    private Lifecycles() {
    }

    /** Notes what becomes of a row that can be deleted once. */
    private static void delete(ProcTP server) {
        NOTES.add(String.valueOf(Clients.of(server).delete(ROW).statusCode()));
    }

    @ProcTPServer
    static class EachTime {

        @Test
        void one(ProcTP server) {
            delete(server);
        }

        @Test
        void other(ProcTP server) {
            delete(server);
        }
    }

    static class Inheriting extends EachTime {
    }

    @ProcTPServer(reset = Reset.NEVER)
    static class WholeClass {

        @Test
        void one(ProcTP server) {
            delete(server);
        }

        @Test
        void other(ProcTP server) {
            delete(server);
        }
    }

    static class WholeClassAgain extends WholeClass {
    }

    @ProcTPServer
    static class Address {

        @Test
        void note(ProcTP server) {
            NOTES.add(server.url().toString());
        }
    }

    @ProcTPServer(time = "2030-06-01 00:00:00", reset = Reset.NEVER)
    static class AddressAgain extends Address {
    }

    @ProcTPServer(zone = "Asia/Kathmandu")
    static class AddressElsewhere extends Address {
    }

    @ProcTPServer
    static class OneAtATime {

        @Test
        void deletes(ProcTP server) throws Exception {
            ProcTPExtensionTest.meet();
            delete(server);
            ProcTPExtensionTest.meet();
        }
    }

    static class OtherAtATime extends OneAtATime {
    }

    @ProcTPServer
    static class Everywhere {

        private static void note(ProcTP server) {
            NOTES.add(server.url() + " " + System.identityHashCode(server));
        }

        Everywhere(ProcTP server) {
            note(server);
        }

        @BeforeAll
        static void first(ProcTP server) {
            note(server);
        }

        @BeforeEach
        void before(ProcTP server) {
            note(server);
        }

        @Test
        void test(ProcTP server) {
            note(server);
        }

        @AfterEach
        void after(ProcTP server) {
            note(server);
        }

        @AfterAll
        static void last(ProcTP server) {
            note(server);
        }
    }

    @ProcTPServer
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {

        private final ProcTP server;

        OneInstance(ProcTP server) {
            this.server = server;
        }

        @Test
        void one() {
            delete(server);
        }

        @Test
        void other(ProcTP same) {
            delete(same == server ? same : null);
        }
    }

    @ProcTPServer
    static class Around {

        private static ProcTP outer;

        @BeforeAll
        static void know(ProcTP server) {
            outer = server;
        }

        @Nested
        class Sharing {

            @Test
            void note(ProcTP server) {
                NOTES.add("shared " + (server == outer));
            }
        }

        @Nested
        @ProcTPServer(zone = "Europe/Berlin")
        class WithItsOwn {

            @Test
            void note(ProcTP server) {
                NOTES.add("own " + server.settings().zone() + " " + server.url().equals(outer.url()));
            }
        }
    }

    static class TwoFields {

        @RegisterExtension
        static final ProcTPExtension ONE = new ProcTPExtension(ProcTPSettings.usual());

        @RegisterExtension
        static final ProcTPExtension OTHER = new ProcTPExtension(ProcTPSettings.usual());

        private static String rows() {
            return Clients.of(ONE.server()).get(ROW).statusCode() + " " + Clients.of(OTHER.server()).get(ROW).statusCode();
        }

        @Test
        void changes_one() {
            Clients.of(ONE.server()).delete(ROW);
            NOTES.add(rows());
        }

        @Test
        void sees_both() {
            NOTES.add(rows());
        }
    }

    static class InheritedField {

        @RegisterExtension
        static final ProcTPExtension OFFICE = new ProcTPExtension(ProcTPSettings.usual());

        @Test
        void one() {
            delete(OFFICE.server());
        }
    }

    static class InheritingField extends InheritedField {
    }

    static class InheritingFieldMeanwhile extends InheritedField {

        @Override
        @Test
        void one() {
            NOTES.add(ProcTPExtensionTest.refused(InheritingField.class));
            super.one();
        }
    }

    static class FieldOfAnInstance {

        @RegisterExtension
        final ProcTPExtension office = new ProcTPExtension(ProcTPSettings.usual().with(Reset.NEVER));

        @Test
        void one() {
            delete(office.server());
        }

        @Test
        void other() {
            delete(office.server());
        }
    }

    @ProcTPServer
    static class Clock {

        @Test
        void one(ProcTP server) {
            NOTES.add(server.now().toString());
            server.advance(Duration.ofDays(1));
        }

        @Test
        void other(ProcTP server) {
            NOTES.add(server.now().toString());
            server.advance(Duration.ofDays(1));
        }
    }

    @ExtendWith(ProcTPExtension.class)
    static class ExtensionAlone {

        @Test
        void one(ProcTP server) {
            delete(server);
        }
    }

    @ProcTPServer(zone = "Chicago")
    static class WrongZone extends Address {
    }

    @ProcTPServer(time = "noon")
    static class WrongTime extends Address {
    }

    @ProcTPServer(office = OwnOffice.class, files = "office")
    static class BothOffices extends Address {
    }
}
