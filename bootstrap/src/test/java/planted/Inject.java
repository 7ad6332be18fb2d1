package planted;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the annotation of any container that fills fields. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Inject {
}
