package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The list of all contracts has all contracts. */
class EveryContractTest {

    @Test
    void each_contract_of_the_kit_is_in_the_list_once() throws Exception {
        List<Class<?>> listed = Arrays.stream(EveryContract.class.getDeclaredClasses())
                .filter(part -> part.isAnnotationPresent(Nested.class)).<Class<?>>map(Class::getSuperclass).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(contracts());
    }

    private static List<Class<?>> contracts() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(EveryContract.class.getResource("EveryContract.class").toURI()).getParent())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Contract.class"))
                    .<Class<?>>map(EveryContractTest::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && OfficeContract.class.isAssignableFrom(type)
                            && type != OfficeContract.class)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName("proctp.contract." + file.replace(".class", ""));
        } catch (ClassNotFoundException vanished) {
            throw new AssertionError(vanished);
        }
    }
}
